import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { nestingOf } from '../json-nesting'
import { DEEPEST } from './nesting'

const Message = Type.Union([
  Type.Object({ type: Type.Literal('ready') }),
  Type.Object({ type: Type.Literal('done'), data: Type.Unknown() }),
  Type.Object({
    type: Type.Literal('failed'),
    name: Type.String({ maxLength: 100 }),
    message: Type.String({ maxLength: 1000 }),
  }),
  Type.Object({
    type: Type.Literal('call'),
    id: Type.Integer(),
    method: Type.String({ maxLength: 100 }),
    args: Type.Array(Type.Unknown(), { maxItems: 10 }),
  }),
])

/** What a run says: that it waits for its function, how it ended, what it asks of the server, or nothing we know. */
type Said = Static<typeof Message> | { readonly type: 'nonsense'; readonly reason: string }

const nonsense = (reason: string): Said => ({ type: 'nonsense', reason })

/** Reads one line of a run as input from a stranger: a function may have taken its runner over. Never throws. */
export const readMessage = (line: string): Said => {
  // The envelope is a level of its own.
  if (nestingOf(line) > DEEPEST + 1) {
    return nonsense(`its data is nested more than ${DEEPEST} levels deep`)
  }
  try {
    const message: unknown = JSON.parse(line)
    if (Value.Check(Message, message)) return message
  } catch {
    // Not JSON: answered below, like every other text that is no message.
  }
  return nonsense('it broke its own runner')
}
