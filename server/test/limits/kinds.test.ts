import { LIMITS } from '../../src/security/limits'

describe('the kinds of limits', () => {
  it('the kinds of limits are all different, for uses are counted by kind and subject', () => {
    const kinds = Object.values(LIMITS).map(({ kind }) => kind)
    expect(new Set(kinds).size).toBe(kinds.length)
    for (const kind of kinds) expect(kind).toMatch(/^[a-z]+(-[a-z]+)*(\/[a-z]+)+$/)
  })
})
