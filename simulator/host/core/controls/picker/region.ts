import { areaList } from '@vant/area-data'
import type { Wheel } from '../../../../wx/phone/picker-sheet'
import type { Mode, Read } from './mode'

type Item = Wheel['items'][number]

/** Divisions of one level by code (GB/T 2260, as Vant keeps it): two digits of the code for each level. */
const LEVELS = [areaList.province_list, areaList.city_list, areaList.county_list].map((names) =>
  Object.entries(names).map(([code, text]): Item => ({ value: Number(code), text })),
)

/** How many wheels the finest division needs (component reference "picker", mode = region). */
const WHEELS: Readonly<Record<string, number>> = { province: 1, city: 2, region: 3 }

/** The value of the `custom-item`, which is no division. */
const CUSTOM = 0

/** What a code of this level has in common with all codes below it. */
const stem = (code: number, level: number) => Math.floor(code / 100 ** (2 - level))

/** The divisions of a level that belong to the one chosen above. */
const within = (parent: number | undefined, level: number): readonly Item[] =>
  (LEVELS[level] ?? []).filter(
    ({ value }) => parent === undefined || stem(value, level - 1) === stem(parent, level - 1),
  )

/**
 * `mode="region"`: one wheel per level, names as value and codes beside them; turning a wheel leads to the first
 * division below. Postcodes are left empty and a finer `level` throws: neither is published.
 */
export const region = (read: Read): Mode => {
  const level = String(read('level') ?? 'region')
  const count = WHEELS[level]
  if (count === undefined) throw new Error(`picker level="${level}" is not simulated.`)
  const custom = read('custom-item')
  const top: readonly Item[] = custom === undefined ? [] : [{ value: CUSTOM, text: String(custom) }]

  const offered = (above: number | undefined, column: number) =>
    above === CUSTOM ? top : [...top, ...within(above, column)]
  const wheels = (at: readonly number[]) => {
    const chosen: number[] = []
    return Array.from({ length: count }, (_, column): Wheel => {
      const items = offered(chosen.at(-1), column)
      const wanted = items.find(({ value }) => value === at[column]) ?? items[0]
      const value = wanted?.value ?? CUSTOM
      chosen.push(value)
      return { items, at: value }
    })
  }
  const start = () => {
    const names = read('value')
    const chosen: number[] = []
    for (const name of Array.isArray(names) ? (names as readonly unknown[]) : []) {
      const items = offered(chosen.at(-1), chosen.length)
      chosen.push(items.find(({ text }) => text === name)?.value ?? items[0]?.value ?? CUSTOM)
    }
    return chosen
  }

  return {
    start,
    wheels,
    detail: (at) => {
      const standing = wheels(at).flatMap((wheel) =>
        wheel.items.filter(({ value }) => value === wheel.at),
      )
      return {
        value: standing.map(({ text }) => text),
        code: standing.filter(({ value }) => value !== CUSTOM).map(({ value }) => String(value)),
        postcode: '',
      }
    },
  }
}
