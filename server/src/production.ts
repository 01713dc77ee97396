import { releaseStartMemory } from './release-start-memory'
import { serve } from './serve'

// In development, where the server starts again with every change, the tenth of a second matters more than the memory.
serve(releaseStartMemory)
