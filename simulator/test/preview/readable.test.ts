import { readError } from '../../host/browser/app-errors'
import { readable } from '../../host/browser/readable'

const ring: Record<string, unknown> = { n: 1 }
ring['self'] = ring
const shared = { a: 1 }
const failing = {
  get a(): number {
    throw new Error('of a getter')
  },
}

describe('values of a mini-program in the preview', () => {
  it.each<[unknown, string]>([
    ['text', 'text'],
    [undefined, 'undefined'],
    [null, 'null'],
    [ring, '{"n":1,"self":"[circular]"}'],
    [[shared, shared], '[{"a":1},{"a":1}]'],
    [{ n: 10n }, '{"n":"10n"}'],
    [() => 1, '"[function ]"'],
    [failing, '[object Object]'],
    [Symbol('s'), 'Symbol(s)'],
  ])('a value of a mini-program is written for a person, whatever it is: %#', (value, text) => {
    expect(readable(value)).toBe(text)
  })

  it('a value of a mini-program that is endless in size is written in part', () => {
    const wide = Array.from({ length: 100_000 }, (_none, index) => ({ index }))
    expect(readable(wide).length).toBeLessThan(1_000_000)
  })

  it('a rejection of a mini-program with a circle is shown as an error', () => {
    expect(readError({ where: 'unhandled rejection', error: ring }).message).toContain('[circular]')
  })
})
