import { serve } from './serve'

// npm run server: in development. In production it is production.ts, compiled by `npm run build -w server`.
serve()
