import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

/** The longest answer or call, in characters of JSON. */
const LONGEST = 1024 * 1024

const Message = Type.Union([
  Type.Object({ type: Type.Literal('done'), data: Type.String({ maxLength: LONGEST }) }),
  Type.Object({
    type: Type.Literal('failed'),
    name: Type.String({ maxLength: 100 }),
    message: Type.String({ maxLength: 1000 }),
  }),
  Type.Object({
    type: Type.Literal('call'),
    id: Type.Integer(),
    method: Type.String(),
    args: Type.String({ maxLength: LONGEST }),
  }),
])

/** What a run says: how it ended, or what it asks of the server. */
type Said =
  | { readonly type: 'done'; readonly data: unknown }
  | { readonly type: 'failed'; readonly name: string; readonly message: string }
  | {
      readonly type: 'call'
      readonly id: number
      readonly method: string
      readonly args: readonly unknown[]
    }
  | { readonly type: 'nonsense' }

/** What a child says, read as what a stranger says: a function may have taken its runner over. */
export const readMessage = (message: unknown): Said => {
  if (!Value.Check(Message, message)) return { type: 'nonsense' }
  try {
    if (message.type === 'failed') return message
    if (message.type === 'done') return { type: 'done', data: JSON.parse(message.data) }
    const args: unknown = JSON.parse(message.args)
    return Array.isArray(args) ? { ...message, args } : { type: 'nonsense' }
  } catch {
    return { type: 'nonsense' }
  }
}
