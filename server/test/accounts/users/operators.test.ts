import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { applyOperator } from '../../../src/accounts/users/operators'
import { jsonIdentity } from '../../../src/accounts/users/json-identity'

// Few numbers and names, so that equal values are frequent; JSON text can spell -0, 1e0 and 1e999.
const number = fc.constantFrom('0', '-0', '1', '1e0', '1.0', '1e999', '-1e999', '0.1')
const name = fc.constantFrom('a', 'b', '1', '', '"', '","', 'A')
const text = fc.oneof(
  fc.constantFrom('0', '1', '', 'null', '{}', 'a,b'),
  fc.string({ maxLength: 2 }),
)
const { value: jsonText } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    number,
    fc.constantFrom('null', 'true', 'false'),
    text.map((each) => JSON.stringify(each)),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join()}]`),
    fc
      .array(fc.tuple(name, tie('value')), { maxLength: 3 })
      .map((all) => `{${all.map(([key, each]) => `${JSON.stringify(key)}:${each}`).join()}}`),
  ),
}))
const json = jsonText.map((each): unknown => JSON.parse(each))
const lists = fc.tuple(fc.array(json, { maxLength: 6 }), fc.array(json, { maxLength: 6 }))

describe('the identity of a JSON value', () => {
  it('the identity of a JSON value is that of another exactly when Node calls the two deeply equal', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(jsonIdentity(one) === jsonIdentity(other)).toBe(isDeepStrictEqual(one, other))
      }),
      { numRuns: 2_000 },
    )
  })
})

/** The milliseconds of processor that the quickest of three runs takes. */
const cost = (act: () => unknown): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const before = process.cpuUsage()
      act()
      return process.cpuUsage(before).user / 1_000
    }),
  )

describe('an operator on lists', () => {
  const isIn = (list: readonly unknown[], item: unknown) =>
    list.some((each) => isDeepStrictEqual(each, item))

  it('an operator on lists removes what is deeply equal, and adds what is not, item by item', () => {
    fc.assert(
      fc.property(lists, ([held, operand]) => {
        expect(applyOperator('o', held, { $remove: operand })).toEqual(
          held.filter((item) => !isIn(operand, item)),
        )
        const added = [...held]
        for (const item of operand) if (!isIn(added, item)) added.push(item)
        expect(applyOperator('o', held, { $append_unique: operand })).toEqual(added)
      }),
    )
  })

  it('an operator on lists takes time by what is held and sent, not by the product', () => {
    const lists: [unknown[], unknown[]][] = [
      [Array(5_400).fill([]), Array(21_000).fill({})],
      [Array(8_000).fill(0), Array.from({ length: 10_000 }, (_, i) => i + 1)],
      [[], Array.from({ length: 10_800 }, (_, i) => i)],
    ]
    for (const [held, operand] of lists) {
      expect(cost(() => applyOperator('o', held, { $remove: operand }))).toBeLessThan(50)
      expect(cost(() => applyOperator('o', held, { $append_unique: operand }))).toBeLessThan(50)
    }
  })
})
