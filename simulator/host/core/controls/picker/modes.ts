import type { Wheel } from '../../../../wx/phone/picker-sheet'
import { boundedWheels, type Part } from './bounded-wheels'
import type { Mode, Read } from './mode'
import { region } from './region'

const twoDigits = (value: number) => String(value).padStart(2, '0')
const numbersIn = (text: unknown) => (String(text ?? '').match(/\d+/g) ?? []).map(Number)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const wheelOf = (range: unknown, key: unknown, at: number | undefined): Wheel => {
  const nameOf = (entry: unknown) =>
    typeof entry === 'object' && entry !== null ? Reflect.get(entry, String(key)) : entry
  const items = listOf(range).map((entry, value) => ({ value, text: String(nameOf(entry) ?? '') }))
  return { items, at: Math.min(Math.max(at ?? 0, 0), Math.max(items.length - 1, 0)) }
}

const selector = (read: Read): Mode => ({
  start: () => [Number(read('value') ?? 0)],
  wheels: ([at]) => [wheelOf(read('range'), read('range-key'), at)],
  detail: ([at]) => ({ value: String(at ?? 0) }),
})

const multiSelector = (read: Read): Mode => ({
  start: () => listOf(read('range')).map((_, column) => Number(listOf(read('value'))[column] ?? 0)),
  wheels: (at) =>
    listOf(read('range')).map((range, column) => wheelOf(range, read('range-key'), at[column])),
  detail: (at) => ({ value: [...at] }),
})

const bounded = (
  parts: readonly Part[],
  read: Read,
  unset: { value: string; start: string; end: string },
  separator: string,
): Mode => {
  const given = (name: keyof typeof unset) => numbersIn(read(name) ?? unset[name])
  return {
    start: () => given('value'),
    wheels: (at) => boundedWheels(parts, given('start'), given('end'), at),
    detail: (at) => ({ value: at.map(twoDigits).join(separator) }),
  }
}

const time = (read: Read): Mode =>
  bounded(
    [23, 59].map((last): Part => ({ range: () => [0, last], text: twoDigits })),
    read,
    { value: '00:00', start: '00:00', end: '23:59' },
    ':',
  )

const FIELDS = ['year', 'month', 'day'] as const

/** The day of a moment in milliseconds, as `YYYY-MM-DD`. */
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

const date = (read: Read, now: number): Mode => {
  const lastDay = ([year = 0, month = 0]: readonly number[]) =>
    new Date(Date.UTC(year, month, 0)).getUTCDate()
  const parts: readonly Part[] = [
    { range: () => [1900, 2100], text: (year) => `${year}年` },
    { range: () => [1, 12], text: (month) => `${month}月` },
    { range: (before) => [1, lastDay(before)], text: (day) => `${day}日` },
  ]
  const finest = Math.max(0, FIELDS.indexOf(String(read('fields') ?? 'day') as 'day'))
  const unset = { value: dayOf(now), start: '1900-01-01', end: '2100-12-31' }
  return bounded(parts.slice(0, finest + 1), read, unset, '-')
}

/**
 * The modes of the component reference "picker"; `now` in milliseconds is where a date without a value begins.
 * Throws for one that is not simulated.
 */
export const modeOf = (name: unknown, read: Read, now: number): Mode => {
  switch (name ?? 'selector') {
    case 'selector':
      return selector(read)
    case 'multiSelector':
      return multiSelector(read)
    case 'time':
      return time(read)
    case 'date':
      return date(read, now)
    case 'region':
      return region(read)
    default:
      throw new Error(`picker mode="${String(name)}" is not simulated.`)
  }
}
