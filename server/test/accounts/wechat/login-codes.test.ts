import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../../src/app'
import { createContext } from '../../../src/create-context'
import { sessions } from '../../../src/db/schema'
import { LIMITS } from '../../../src/security/limits'
import type { Answer } from '../../kit/test-server'
import { serverForFile } from '../../kit/server-for-file'

const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'

const { server, hand } = serverForFile()

const login = (code: string, more: object = {}) =>
  server.call('POST', SILENT, { body: { code, ...more } })

/** Another process on the test server's database, as far as the two can see. */
const openBeside = (wechat = server.context.wechat): Promise<FastifyInstance> => {
  const { settings, db, clock } = server.context
  return buildApp({ ...createContext(settings, db, clock, []), wechat })
}

const loginAt = async (app: FastifyInstance, code: string, more: object = {}): Promise<Answer> => {
  const headers = { 'x-hydrogen-client-id': server.context.settings.clientId }
  const payload = { code, ...more }
  const reply = await app.inject({ method: 'POST', url: SILENT, headers, payload })
  return { status: reply.statusCode, body: reply.json() }
}

describe('a login code that WeChat would take any number of times', () => {
  /** Two processes whose WeChat has forgotten that a code is good once. */
  const openForgetful = (name: string) => {
    const person = { openid: hand.openid(name), sessionKey: 'a'.repeat(24), unionid: null }
    const wechat = { ...server.context.wechat, codeToSession: async () => person }
    return Promise.all([openBeside(wechat), openBeside(wechat)])
  }

  it('a login code signs a known person in once, of many tries at once at two processes', async () => {
    await login(hand.code('alice'))
    const before = await server.context.db.$count(sessions)
    const [left, right] = await openForgetful('alice')
    const answers = await Promise.all(
      [left, right, left, right].map((app) => loginAt(app, 'the same code')),
    )

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
    for (const { status, body } of answers) {
      if (status === 400) expect(body.error_msg).toMatch(/^code_used: /)
    }
    expect(await server.context.db.$count(sessions)).toBe(before + 1)
  })

  it('a login code is used up by an unknown person, too, and makes an account once', async () => {
    const [left, right] = await openForgetful('carol')
    expect((await loginAt(left, 'seen', { create_user: false })).status).toBe(404)
    expect((await loginAt(right, 'seen')).status).toBe(400)
    expect((await loginAt(right, 'made')).status).toBe(201)
    expect((await loginAt(left, 'made')).status).toBe(400)
  })
})

describe('refused login codes', () => {
  const { max, windowMs } = LIMITS.refusedCodesPerAddress

  /** Refuses more codes of the server's address than a minute allows. */
  const flood = async () => {
    for (let i = 0; i <= max; i += 1) expect((await login(`invented-${i}`)).status).toBe(400)
  }

  it('the refused login codes make the address that sent too many slow, and a good code still passes', async () => {
    await login(hand.code('alice'))
    const slowly = jest.spyOn(server.context.slowLane, 'run')
    await flood()
    expect(slowly).not.toHaveBeenCalled()
    expect((await login('one-too-many')).status).toBe(400)
    expect((await login(hand.code('alice'))).status).toBe(201)
    expect(slowly).toHaveBeenCalledTimes(2)
    slowly.mockRestore()
  })

  it('the refused login codes do not slow down a device with a live session, nor anything a minute later', async () => {
    const { token } = await hand.signIn('alice')
    await flood()
    const slowly = jest.spyOn(server.context.slowLane, 'run')
    const own = await server.call('POST', SILENT, { body: { code: hand.code('alice') }, token })
    expect([own.status, slowly.mock.calls]).toEqual([201, []])
    const ended = await server.call('POST', SILENT, { body: { code: hand.code('alice') }, token })
    expect([ended.status, slowly.mock.calls.length]).toEqual([201, 1])

    server.clock.advance(windowMs)
    expect((await login(hand.code('alice'))).status).toBe(201)
    expect(slowly).toHaveBeenCalledTimes(1)
    slowly.mockRestore()
  })
})
