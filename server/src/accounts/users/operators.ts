import { ApiError } from '../../errors'
import { jsonIdentity } from './json-identity'

type Operator = (name: string, held: unknown, operand: unknown) => unknown

const refused = (name: string, reason: string) =>
  new ApiError('field_invalid', `${name} ${reason}.`)

const listOf = (name: string, held: unknown): readonly unknown[] => {
  if (held === undefined || held === null) return []
  if (Array.isArray(held)) return held
  throw refused(name, 'is no list')
}

const asList = (operand: unknown): readonly unknown[] =>
  Array.isArray(operand) ? operand : [operand]

/** The list, and of `items` those that neither it nor an earlier item equals. */
const withNew = (list: readonly unknown[], items: readonly unknown[]): readonly unknown[] => {
  const known = new Set(list.map(jsonIdentity))
  const isNew = (item: unknown) => known.size < known.add(jsonIdentity(item)).size
  return [...list, ...items.filter(isNew)]
}

const without = (list: readonly unknown[], items: readonly unknown[]): readonly unknown[] => {
  const removed = new Set(items.map(jsonIdentity))
  return list.filter((item) => !removed.has(jsonIdentity(item)))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The operators of docs/protocol.md 4.9, each from the value held and its operand to the new value. */
const OPERATORS: Readonly<Record<string, Operator>> = {
  $incr_by: (name, held, operand) => {
    const before = held ?? 0
    const sum = typeof before === 'number' && typeof operand === 'number' ? before + operand : NaN
    if (!Number.isFinite(sum)) throw refused(name, 'is no number to add to')
    return sum
  },
  $append: (name, held, operand) => [...listOf(name, held), ...asList(operand)],
  $append_unique: (name, held, operand) => withNew(listOf(name, held), asList(operand)),
  $remove: (name, held, operand) => without(listOf(name, held), asList(operand)),
  $update: (name, held, operand) => {
    if (!isObject(operand) || !(held === undefined || held === null || isObject(held))) {
      throw refused(name, 'is no object to update')
    }
    return { ...held, ...operand }
  },
  $pop: (name, held, operand) => {
    if (operand !== 1 && operand !== -1) throw refused(name, 'can pop 1 (last) or -1 (first)')
    return operand === 1 ? listOf(name, held).slice(0, -1) : listOf(name, held).slice(1)
  },
}

/**
 * The new value of a custom field: `value` itself, or what its operator makes of `held`.
 * Rejects with 400 for an unknown operator or one that does not fit what is held.
 */
export const applyOperator = (name: string, held: unknown, value: unknown): unknown => {
  if (!isObject(value)) return value
  const [key, ...more] = Object.keys(value)
  if (key === undefined || !key.startsWith('$')) return value
  const operator = Object.hasOwn(OPERATORS, key) ? OPERATORS[key] : undefined
  if (operator === undefined || more.length > 0) throw refused(name, 'has an unknown operator')
  return operator(name, held, value[key])
}
