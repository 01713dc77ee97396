import assert from 'node:assert/strict'
import type { SharedPhone } from '../../test/contract/differential/clients'

/** Plain values by name. */
type Fields = Readonly<Record<string, unknown>>

/** Throws unless `actual` has each of these members with that value. */
export const has = (actual: unknown, expected: Fields): void => {
  for (const [name, value] of Object.entries(expected)) {
    assert.deepEqual((actual as Fields | null)?.[name], value, name)
  }
}

/** Throws unless the value is of this type and, for text and numbers, not empty. */
export const isA = (type: 'string' | 'number' | 'boolean' | 'object', value: unknown): void => {
  assert.equal(typeof value, type)
  if (type !== 'boolean') assert.ok(value, `an empty ${type}`)
}

/** The error that a promise rejects with. Throws when it resolves. */
export const rejectionOf = async (promise: Promise<unknown>): Promise<Fields> => {
  const nothing = {}
  const reason = await promise.then(
    () => nothing,
    (error: unknown) => error,
  )
  assert.notEqual(reason, nothing, 'resolved')
  return reason as Fields
}

/** Throws unless the promise rejects with this code of wx.BaaS. */
export const failsWith = async (code: number, promise: Promise<unknown>): Promise<void> => {
  has(await rejectionOf(promise), { code })
}

/** The members of a user of either client. */
export const fieldsOf = (user: { toJSON: () => unknown }): Fields => user.toJSON() as Fields

/** Throws unless WeChat on this phone signs in to the account of `user`, without a new one being made. */
export const signsInTo = async (
  phone: SharedPhone,
  user: { toJSON: () => unknown },
): Promise<void> => {
  const known = await phone.BaaS.auth.loginWithWechat(null, { createUser: false })
  assert.equal(fieldsOf(known)['id'], fieldsOf(user)['id'])
}
