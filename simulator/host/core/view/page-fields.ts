import { isPlain } from '../logic/adopt'

type Members = Readonly<Record<string, unknown>>

/** Members of a page that the framework knows (page reference "Page"; component reference "Component"). */
const KNOWN: readonly string[] = [
  ...['data', 'options', 'behaviors', 'observers', 'properties', 'methods', 'lifetimes'],
  ...['pageLifetimes', 'relations', 'externalClasses', 'export'],
]

/** Copies arrays and plain objects, circles too; anything else, such as a Date or an instance of a class, is handed over as it is. */
const copied = (value: unknown, made = new Map<object, object>()): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const known = made.get(value)
  if (known !== undefined) return known
  // The copy belongs to the realm of the original.
  const copy: object | undefined = Array.isArray(value)
    ? value.slice()
    : isPlain(value)
      ? (Object.create(Object.getPrototypeOf(value) as object | null) as object)
      : undefined
  if (copy === undefined) return value
  made.set(value, copy)
  for (const [name, member] of Object.entries(value)) Reflect.set(copy, name, copied(member, made))
  return copy
}

/**
 * Takes the data of its own out of the definition of a page: every instance of the page gets a deep copy of it
 * (page reference "Page"). The framework would copy without end where it leads in a circle, as `getApp()` may.
 */
export const splitFields = <T extends object>(
  definition: T,
): { known: T; fieldsOfInstance: () => Members } => {
  const isField = ([name, value]: readonly [string, unknown]) =>
    typeof value !== 'function' && !KNOWN.includes(name)
  const members = Object.entries(definition)
  const fields = Object.fromEntries(members.filter(isField))
  return {
    known: Object.fromEntries(members.filter((member) => !isField(member))) as T,
    fieldsOfInstance: () => copied(fields) as Members,
  }
}
