import { PassThrough } from 'node:stream'
import { readLines } from '../../src/functions/lines'

/** What `readLines` makes of these pieces, each sent in a turn of its own. */
const heard = async (pieces: readonly string[]) => {
  const stream = new PassThrough()
  const lines: string[] = []
  let refusal = ''
  readLines(
    stream,
    { lineBytes: 100, totalBytes: 400, pieces: 50 },
    (line) => void lines.push(line),
    (reason) => {
      refusal = reason
    },
    () => refusal !== '',
  )
  for (const piece of pieces) {
    stream.write(piece)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { lines, refusal }
}

describe('the lines of a run', () => {
  it('the lines of a run are read across pieces, and an unfinished one is not', async () => {
    expect(await heard(['o', 'ne\ntw', 'o\nthr'])).toEqual({ lines: ['one', 'two'], refusal: '' })
  })

  it.each([
    ['a line that is too long', Array<string>(6).fill('x'.repeat(20))],
    ['too much in all', Array<string>(9).fill(`${'x'.repeat(49)}\n`)],
    ['too many pieces', Array<string>(51).fill('x')],
  ])('the lines of a run end with %s', async (_kind, pieces) => {
    expect((await heard(pieces)).refusal).toBe('it sent too much')
    expect((await heard(pieces.slice(0, -1))).refusal).toBe('')
  })
})
