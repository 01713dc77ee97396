import { readFileSync } from 'node:fs'
import { sizesOf } from '../sizes'
import { trackedFiles } from '../tracked-files'

const LIMITS = { median: 46, p90: 120, longest: 200 }

const lengths = trackedFiles()
  .filter((file) => /\.(?:tsx?|mjs|js|scss)$/.test(file))
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))

describe('the length of files', () => {
  it('no file is longer than two hundred lines', () => {
    expect(lengths.filter(({ lines }) => lines > LIMITS.longest)).toEqual([])
  })

  it.each(['median', 'p90'] as const)('the lengths of files stay within their %s', (figure) => {
    expect(sizesOf(lengths.map(({ lines }) => lines))[figure]).toBeLessThanOrEqual(LIMITS[figure])
  })
})

describe('the figures of a list of lengths', () => {
  it('the figures of a list of lengths are those of the sorted list', () => {
    expect(sizesOf([9, 1, 2, 3, 4, 5, 6, 7, 8, 10])).toEqual({ median: 5, p90: 9, longest: 10 })
  })
})
