// Preloaded into a server: from SIGUSR2 on its disk is full for a while, as PGlite sees it.
import fs from 'node:fs'

const FULL_MS = 300
const { writeSync } = fs
let isFull = false

fs.writeSync = (...args) => {
  if (!isFull || args[0] < 3) return writeSync(...args)
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
}

process.on('SIGUSR2', () => {
  isFull = true
  setTimeout(() => {
    isFull = false
  }, FULL_MS)
})
