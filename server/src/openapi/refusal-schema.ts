import { Type } from '@sinclair/typebox'

/** The body of every refusal (docs/protocol.md 2.4). */
export const refusalSchema = (codes: readonly string[]) =>
  Type.Object(
    {
      status: Type.Literal('error'),
      error_code: Type.Unsafe<string>({ type: 'string', enum: codes }),
      error_msg: Type.String({ description: 'for developers, not for the screen' }),
      retry_after: Type.Optional(Type.Integer({ description: 'seconds' })),
      link_ticket: Type.Optional(Type.String({ description: 'with no_linked_account' })),
      link_ticket_expires_in: Type.Optional(Type.Integer({ description: 'seconds' })),
      methods: Type.Optional(
        Type.Array(Type.String(), { description: 'with reauthentication_required' }),
      ),
    },
    {
      title: 'Error',
      description: 'A refusal: what is wrong, and the remedy.',
      additionalProperties: true,
    },
  )
