import type { Reauthentication } from './acts'
import { mailCode, smsCode } from './messages'
import type { Device, Person, Side } from './people'
import type { Reply, World } from './world'

/** Someone who acts, where, and who else there is. */
export interface Actor {
  readonly person: Person
  readonly device: Device
  readonly people: Readonly<Record<Side, Person>>
}

/** Sends one request from the actor's device; a token in the answer is kept there, as the app does. */
export const send = async (
  world: World,
  { device }: Actor,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body: object = {},
  more: { readonly token?: null; readonly reauthentication?: string | null } = {},
): Promise<Reply> => {
  const { address, id } = device
  const sent = { address, device: id, token: device.token, ...more }
  const reply = await world.send({ method, path, ...(method !== 'GET' && { body }), ...sent })
  if (reply.status < 300 && typeof reply.body['token'] === 'string') {
    device.token = reply.body['token']
    if (device.signedInMs < world.clock.now()) device.signedInMs = world.clock.now()
  }
  if (reply.status === 401) device.token = null
  return reply
}

/** The token of a re-authentication with what the actor has, or null. */
export const reauthenticated = async (
  world: World,
  actor: Actor,
  again: Reauthentication,
): Promise<string | null> => {
  if (again === 'none' || actor.device.token === null) return null
  const { person } = actor
  const path = '/ext/v1/account/reauthenticate/'
  if (again === 'sms' || again === 'email') {
    await send(world, actor, 'POST', `${path}send/`, { to: again === 'sms' ? 'phone' : 'email' })
  }
  const body = {
    password: { password: person.passwords[0] },
    wechat: { code: world.loginCode(person.openids[0] ?? '') },
    sms: { sms_code: smsCode(world, actor.person, person.phones[0] ?? '') },
    email: { email_code: mailCode(world, actor.person) },
  }[again]
  const { body: answer } = await send(world, actor, 'POST', path, body)
  const token = answer['reauthentication']
  return typeof token === 'string' ? token : null
}
