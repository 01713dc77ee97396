import { eq } from 'drizzle-orm'
import type { InjectOptions } from 'fastify'
import { issueResetLink } from '../../src/accounts/email/reset-links'
import { wechatIdentities } from '../../src/db/schema'
import type { Limit } from '../../src/security/buckets'
import { LIMITS, consume } from '../../src/security/limits'
import { serverForFile } from '../kit/server-for-file'
import { claimant, onKnownDevice } from './limit-people'
import {
  password,
  SMS,
  RESET,
  MINUTE_MS,
  ACCOUNT,
  CENSOR,
  SEARCH,
  type Subject,
  fresh,
  post,
  on,
  guess,
} from './limit-subjects'

const { server, hand } = serverForFile({ TRUSTED_PROXIES: '1' })
const byAddress = async (act: () => InjectOptions): Promise<Subject> => {
  const { address } = fresh()
  return { countedAs: address, address, act: async () => act() }
}
const byUser = async (act: (token: string) => InjectOptions): Promise<Subject> => {
  const { token, user } = await hand.signIn(fresh().name)
  return { countedAs: String(user.id), act: async () => act(token) }
}
const byUserSend = (method: 'GET' | 'PUT', path: string) =>
  byUser((token) => ({ ...post(path, {}, token), method }))

const eachMinute = (ask: () => InjectOptions) => async () => {
  server.clock.advance(60_000)
  return ask()
}

/** Refused codes only slow down (login-codes.test.ts), and notices are not sent (notices-by-text.test.ts). */
type Silent = 'refusedCodesPerAddress' | 'refusedCodesPerUser' | 'noticesPerRecipient'

/** For every limit that refuses: makes someone new whom it counts. */
const SUBJECTS: Readonly<Record<Exclude<keyof typeof LIMITS, Silent>, () => Promise<Subject>>> = {
  passwordPerSender: async () => {
    const { name, address } = fresh()
    return { countedAs: `username:${name}:${address}`, address, act: async () => guess(name) }
  },
  passwordPerDevice: async () => {
    const { name } = fresh()
    const device = `device-of-${name}-and-no-other`
    const body = { username: name, password }
    const path = '/hserve/v2.1/register/username/'
    const { body: user } = await server.call('POST', path, { body, headers: on(device) })
    return {
      countedAs: `username:${name}:${user.id}:device:${device}`,
      act: async () => guess(name, on(device)),
    }
  },
  passwordPerTarget: async () => {
    const { name } = fresh()
    return { countedAs: `username:${name}`, act: async () => guess(name) }
  },
  accountChangesPerUser: () => byUserSend('PUT', ACCOUNT),
  fieldChangesPerUser: () => byUserSend('PUT', '/hserve/v2.5/user/info/'),
  passwordPerAddress: () => byAddress(() => guess(fresh().name)),
  reauthenticationPerSession: async () => {
    const { token } = await hand.register(fresh().name)
    const sessions = await server.call('GET', '/ext/v1/sessions/', { token })
    const body = { password: 'not that one' }
    const act = async () => post('/ext/v1/account/reauthenticate/', body, token)
    return { countedAs: String(sessions.body.objects[0].id), act }
  },
  registrationPerAddress: () =>
    byAddress(() => post('/hserve/v2.1/register/username/', { username: fresh().name, password })),
  loginsPerOpenid: async () => {
    const { name } = fresh()
    await hand.signIn(name)
    const login = () => post('/hserve/v2.5/idp/wechat/silent-login/', { code: hand.code(name) })
    const openid = hand.openid(name)
    const consume = (times: number) =>
      server.context.db
        .update(wechatIdentities)
        .set({ loginHits: times, loginWindowEnds: new Date(server.clock.now() + MINUTE_MS) })
        .where(eq(wechatIdentities.openid, openid))
    return { countedAs: openid, act: async () => login(), consume }
  },
  phoneChecksPerUser: async () => {
    const { name } = fresh()
    const { token } = await hand.signIn(name)
    const path = '/hserve/v2.7/idp/wechat/phone-verification/'
    const act = async (): Promise<InjectOptions> => ({
      ...post(path, { phone_code: fresh().name }, token),
      method: 'PUT',
    })
    return { countedAs: hand.openid(name), act }
  },
  profileCodesPerUser: () =>
    byUser((token) => ({
      ...post('/hserve/v2.6/idp/wechat/user/info/', { rawData: '{}', code: fresh().name }, token),
      method: 'PUT',
    })),
  smsPerPhoneAndMinute: async () => {
    const { phone } = fresh()
    return { countedAs: phone, act: async () => post(SMS, { phone }) }
  },
  smsPerPhoneAndDay: async () => {
    const { phone } = fresh()
    return { countedAs: phone, act: eachMinute(() => post(SMS, { phone })) }
  },
  smsPerDeviceAndMinute: async () => {
    const { phone, device, ask } = await onKnownDevice(server)
    return { countedAs: `${phone}:device:${device}`, act: async () => ask() }
  },
  smsPerDeviceAndDay: async () => {
    const { phone, device, ask } = await onKnownDevice(server)
    return { countedAs: `${phone}:device:${device}`, act: eachMinute(ask) }
  },
  smsPerOwnerAndDay: async () => {
    const { phone, ask } = await onKnownDevice(server)
    return { countedAs: `${phone}:devices`, act: eachMinute(ask) }
  },
  smsPerAddress: () => byAddress(() => post(SMS, { phone: fresh().phone })),
  smsTriesPerAddress: () =>
    byAddress(() =>
      post('/hserve/v1.8/sms-verification-code/verify/', { phone: fresh().phone, code: '1' }),
    ),
  mailPerAddress: () => byAddress(() => post(RESET, { email: fresh().email })),
  mailPerAccount: async () => {
    const { email } = fresh()
    return { countedAs: email, act: async () => post(RESET, { email }) }
  },
  mailPerUser: async () => {
    const { id, act } = await claimant(server)
    return { countedAs: id, act }
  },
  mailPerClaim: async () => {
    const { email, act } = await claimant(server)
    return { countedAs: email, act }
  },
  resetTriesPerUser: async () => {
    const { id, email } = await claimant(server)
    const token = await issueResetLink(server.context, { userId: Number(id), email })
    const act = async () => post('/ext/v1/email/reset/', { token, password: 'password' })
    return { countedAs: id, act }
  },
  linksPerUser: () =>
    byUser((token) => post('/hserve/v2.4/idp/wechat/user-associate/', { code: 'x' }, token)),
  functionsPerUser: () =>
    byUser((token) => post('/hserve/v1/cloud-function/job/', { function_name: 'none' }, token)),
  exportsPerUser: () => byUserSend('GET', '/ext/v1/account/export/'),
  searchesPerUser: () => byUserSend('GET', SEARCH),
  wideSearchesPerUser: () => byUserSend('GET', `${SEARCH}?where={"nickname":{"$contains":"a"}}`),
  uploadsPerUser: () => byUser((token) => post('/hserve/v2.1/upload/', { filename: 'a' }, token)),
  censorPerUser: () => byUser((token) => post(CENSOR, { content: 'hello' }, token)),
}

const send = async ({ act, address = fresh().address }: Subject) => {
  const { headers, ...request } = await act(address)
  return server.app.inject({
    ...request,
    headers: { ...headers, 'x-hydrogen-client-id': 'starter-dev', 'x-forwarded-for': address },
  })
}

const consumeAllButOne = async ({ countedAs, consume: consumeAtOnce }: Subject, limit: Limit) => {
  if (consumeAtOnce !== undefined) return consumeAtOnce(limit.max - 1)
  for (let hit = 1; hit < limit.max; hit += 1) await consume(server.context, limit, countedAs)
}

describe.each(Object.entries(SUBJECTS))('the limit %s', (name, newSubject) => {
  const limit = LIMITS[name as keyof typeof SUBJECTS]
  const longestSeconds = (name === 'loginsPerOpenid' ? 1 : 1 / limit.max) * (limit.windowMs / 1000)

  it('a limit lets the last use pass and refuses the next, until its time is over, and no one else', async () => {
    const [subject, other] = [await newSubject(), await newSubject()]
    await consumeAllButOne(subject, limit)

    expect((await send(subject)).statusCode).not.toBe(429)
    const refused = await send(subject)
    const { retry_after: seconds, ...body } = refused.json()
    expect(refused.statusCode).toBe(429)
    expect(body).toEqual({
      status: 'error',
      error_code: 'too_many_requests',
      error_msg: expect.stringMatching(/^Too many /),
    })
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(Math.ceil(longestSeconds))
    expect(refused.headers['retry-after']).toBe(String(seconds))
    expect((await send(other)).statusCode).not.toBe(429)

    server.clock.advance(seconds * 1000)
    expect((await send(subject)).statusCode).not.toBe(429)
  }, 120_000)
})
