import { releaseStartMemory } from './release-start-memory'
import { serve } from './serve'

// A server in development starts again with every change, and its memory is no one's bill: it goes without the wait.
serve(releaseStartMemory)
