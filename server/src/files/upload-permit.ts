import { randomUUID } from 'node:crypto'
import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { isAlive } from '../clock'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { isSameText } from '../security/same-text'

const LIFETIME_MS = 10 * 60_000
const PURPOSE = 'upload policy'

const Content = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f-]{36}$' }),
  userId: Type.Integer(),
  name: Type.String(),
  expiresAt: Type.Number({ description: 'milliseconds' }),
})

/** What a policy allows: this user may store one file under this id, until then. */
export type UploadPermit = Static<typeof Content>

/** A permit as it is sent: what is allowed, readable, and our signature over it. */
export interface SignedPermit {
  readonly policy: string
  readonly authorization: string
}

const signatureOf = ({ vault }: Pick<Context, 'vault'>, policy: string): string =>
  vault.index(policy, PURPOSE)

/** Permits a user to store one file within ten minutes (docs/protocol.md 5.5). Nothing is stored yet. */
export const newUploadPermit = (
  context: Pick<Context, 'vault' | 'clock'>,
  userId: number,
  name: string,
): UploadPermit & SignedPermit => {
  const permit = { id: randomUUID(), userId, name, expiresAt: context.clock.now() + LIFETIME_MS }
  const policy = Buffer.from(JSON.stringify(permit)).toString('base64url')
  return { ...permit, policy, authorization: signatureOf(context, policy) }
}

const refused = () =>
  new ApiError(
    'upload_expired',
    'The upload policy is expired or not of this server: ask for a new one.',
  )

/** What `policy` allows. Rejects with 403 when we did not sign it, or its time is over. */
export const readUploadPermit = (
  context: Pick<Context, 'vault' | 'clock'>,
  signed: SignedPermit,
): UploadPermit => {
  if (!isSameText(signed.authorization, signatureOf(context, signed.policy))) throw refused()
  const permit: unknown = JSON.parse(Buffer.from(signed.policy, 'base64url').toString())
  if (!Value.Check(Content, permit)) throw refused()
  if (!isAlive(context.clock.now(), permit.expiresAt, LIFETIME_MS)) throw refused()
  return permit
}
