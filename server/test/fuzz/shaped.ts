import fc from 'fast-check'
import { hostileNumber, hostileText, hostileValue } from './hostile'

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}

/** Values that get past the first check of a field of this name, so that the code behind it is reached. */
const plausible: Readonly<Record<string, readonly unknown[]>> = {
  username: ['zoe', 'ZOE', 'z.o_e-1'],
  email: ['zoe@example.com', 'ZOE@EXAMPLE.COM'],
  phone: ['13900001234', '+8613900001234', '+85261234567'],
  password: ['correct horse battery', 'x'.repeat(72)],
  new_password: ['correct horse battery staple'],
  code: ['the code is a mock one', '123456'],
  iv: ['AAAAAAAAAAAAAAAAAAAAAA=='],
  encryptedData: ['AAAAAAAAAAAAAAAAAAAAAA=='],
  function_name: ['update_wechat_user_info'],
}

const textOf = ({ minLength = 0, maxLength = 60 }: JsonSchema) =>
  fc.string({ unit: 'binary', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) })

const numberOf = ({ type, minimum = -1e6, maximum = 1e6 }: JsonSchema) =>
  type === 'integer'
    ? fc.integer({ min: Math.ceil(minimum), max: Math.floor(Math.min(maximum, 2 ** 31)) })
    : fc.double({ min: minimum, max: maximum, noNaN: true })

const wellFormed = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(wellFormed))
  switch (schema.type) {
    case 'object':
      return shaped(schema)
    case 'array':
      return fc.array(wellFormed(schema.items ?? {}), { maxLength: 3 })
    case 'string':
      return fc.oneof(textOf(schema), hostileText)
    case 'integer':
    case 'number':
      return fc.oneof(numberOf(schema), hostileNumber)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return hostileValue
  }
}

/**
 * Objects of about the shape a JSON schema asks for: most members as they should be, some hostile, some absent,
 * some that are unknown.
 */
export const shaped = ({ properties = {} }: JsonSchema): fc.Arbitrary<object> => {
  const members = Object.entries(properties).map(([name, schema]) => {
    const likely = plausible[name]
    const good = likely === undefined ? wellFormed(schema) : fc.constantFrom(...likely)
    const value = fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: hostileValue })
    return [name, value] as const
  })
  const expected = fc.record(Object.fromEntries(members), { requiredKeys: [] })
  const complete = fc.record(Object.fromEntries(members))
  const surplus = fc.dictionary(hostileText, hostileValue, { maxKeys: 2 })
  return fc.oneof(
    { weight: 4, arbitrary: complete },
    { weight: 2, arbitrary: expected },
    { weight: 1, arbitrary: fc.tuple(complete, surplus).map(([a, b]) => ({ ...b, ...a })) },
  )
}
