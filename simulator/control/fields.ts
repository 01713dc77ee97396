import { Type } from '@sinclair/typebox'
import type { Audience } from '../platform/codes'
import type { Phone } from '../platform/profiles'

/** The fields control calls have in common, as schemas. */
export const fields = {
  person: Type.String({ minLength: 1, maxLength: 64 }),
  appid: Type.String({ pattern: '^(touristappid|wx[0-9a-f]{16})$' }),
  /** `13800138000`, or with a country code `+852-61234567`. */
  phone: Type.String({ pattern: '^(\\+[1-9]\\d{0,3}-)?\\d{5,15}$' }),
}

/** A JSON body with exactly these fields. */
export const body = <const Properties extends Parameters<typeof Type.Object>[0]>(
  properties: Properties,
) => Type.Object(properties, { additionalProperties: false })

/** A field that takes one of these values. */
export const oneOf = <const Value extends string | number>(values: readonly Value[]) =>
  Type.Unsafe<Value>({ enum: values })

/** The body of a call about a person in an app. */
export const personInApp = body({ person: fields.person, appid: Type.Optional(fields.appid) })

/** The audience of a code asked for with or without an AppID. */
export const audienceOf = (appid: string | undefined): Audience =>
  appid === undefined ? { kind: 'first-redeemer' } : { kind: 'app', appid }

/** Reads a phone field. Without a country code the number is a Chinese one. */
export const phoneOf = (text: string): Phone => {
  const [countryCode, number] = text.slice(1).split('-')
  return countryCode === undefined || number === undefined
    ? { countryCode: '86', purePhoneNumber: text }
    : { countryCode, purePhoneNumber: number }
}

/** Writes a phone as `phoneOf` reads it. */
export const phoneText = ({ countryCode, purePhoneNumber }: Phone): string =>
  countryCode === '86' ? purePhoneNumber : `+${countryCode}-${purePhoneNumber}`

/** A control call that cannot be done: answered 400 with this sentence. */
export class Refusal extends Error {
  readonly statusCode = 400
}
