import { Type } from '@sinclair/typebox'

/** The fields control calls have in common, as schemas. */
export const fields = {
  person: Type.String({ minLength: 1, maxLength: 64 }),
  appid: Type.String({ pattern: '^(touristappid|wx[0-9a-f]{16})$' }),
}

/** A JSON body with exactly these fields. */
export const body = <const Properties extends Parameters<typeof Type.Object>[0]>(
  properties: Properties,
) => Type.Object(properties, { additionalProperties: false })
