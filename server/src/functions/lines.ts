import type { Readable } from 'node:stream'

/** How much a stream may say, in bytes: in one line, and all together; and in how many pieces. */
export interface LineLimits {
  readonly lineBytes: number
  readonly totalBytes: number
  readonly pieces: number
}

const NEWLINE = 0x0a

/**
 * Reads `stream` as lines of UTF-8 and passes each to `take` without its newline, an unfinished last one not at all.
 * Calls `refuse` instead, with a reason, at the first byte beyond a limit or when a line is no UTF-8. Keeps at most
 * `lineBytes` and one chunk in memory; reads nothing more once `isOver` returns true. Each piece costs the event loop a
 * turn, and a line in pieces of a byte hundreds of times its length in memory.
 */
export const readLines = (
  stream: Readable,
  limits: LineLimits,
  take: (line: string) => void,
  refuse: (reason: string) => void,
  isOver: () => boolean,
): void => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begun: Buffer[] = []
  let begunBytes = 0
  let total = 0
  let pieces = 0

  const finish = (end: Buffer) => {
    const bytes = Buffer.concat([...begun, end])
    begun = []
    begunBytes = 0
    let line: string
    try {
      line = decoder.decode(bytes)
    } catch {
      return refuse('it sent what is no UTF-8')
    }
    take(line)
  }

  const read = (chunk: Buffer) => {
    total += chunk.length
    pieces += 1
    if (total > limits.totalBytes || pieces > limits.pieces) return refuse('it sent too much')
    let from = 0
    while (!isOver()) {
      const to = chunk.indexOf(NEWLINE, from)
      const rest = chunk.subarray(from, to === -1 ? undefined : to)
      if (begunBytes + rest.length > limits.lineBytes) return refuse('it sent too much')
      if (to === -1) {
        begun.push(rest)
        begunBytes += rest.length
        return
      }
      finish(rest)
      from = to + 1
    }
  }

  stream.on('data', (chunk: Buffer) => {
    if (!isOver()) read(chunk)
  })
}
