import { createFloorCheck } from '../../scripts/floor/faults'

const faultsIn = createFloorCheck('chrome >= 78, ios >= 12')

describe('the check of a bundle against the oldest engines', () => {
  it.each([
    ['a method', 'const last = list.at(-1)', 'Array.prototype.at'],
    ['another method', 'text.replaceAll("a", "b")', 'String.prototype.replaceAll'],
    ['a function of a built-in', 'Object.fromEntries(list)', 'Object.fromEntries'],
    ['a function of another one', 'Promise.any(list)', 'Promise.any'],
    ['a name', 'globalThis.app = 1', 'globalThis'],
    ['newer syntax', 'const name = user?.name', 'syntax newer than ES2019'],
    ['newer syntax still', 'class A { #a = 1 }', 'syntax newer than ES2019'],
    ['lookbehind', 'text.split(/(?<=a)b/)', 'lookbehind'],
  ])('the check of the oldest engines finds %s', (_what, script, fault) => {
    expect(faultsIn(script)).toContainEqual(expect.stringContaining(fault))
  })

  it.each([
    [
      'what they have',
      '[1].flatMap((n) => n).includes(1); new Map().forEach(f); promise.finally(f)',
    ],
    ['what is asked for first', 'typeof globalThis === "object" ? globalThis : this'],
    ['a property of the same name', 'const { at } = event; at.x = seen.at'],
    ['words in texts', '"globalThis"'],
  ])('the check of the oldest engines leaves %s alone', (_what, script) => {
    expect(faultsIn(script)).toEqual([])
  })
})
