import type { TestServer } from '../kit/test-server'
import { SMS, fresh, on, password, post } from './limit-subjects'

/** Someone whose number is verified, on a device that their account knows. */
export const onKnownDevice = async (server: TestServer) => {
  const { phone, name } = fresh()
  const device = `device-of-${name}-and-no-other`
  const byDevice = { headers: on(device) }
  await server.call('POST', SMS, { body: { phone }, ...byDevice })
  const sent = server.wechat.platform.outbox.sms().at(-1)?.text ?? ''
  const code = /\d{6}/.exec(sent)?.[0]
  await server.call('POST', '/hserve/v2.1/login/sms/', { body: { phone, code }, ...byDevice })
  const ask = () => post(SMS, { phone }, undefined, on(device))
  return { phone, device, ask }
}

/** Someone who claims an address, and asks for mails to it. */
export const claimant = async (server: TestServer) => {
  const { email } = fresh()
  const body = { email, password }
  const { body: user } = await server.call('POST', '/hserve/v2.1/register/email/', { body })
  const act = async () => post('/hserve/v2.0/user/email-verify/', {}, user.token)
  return { id: String(user.id), email, act }
}
