import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../../src/app'
import { createContext } from '../../../src/create-context'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

/** A process whose WeChat has forgotten that a phone code is good once: the number, no matter who sends it. */
const openForgetful = (purePhoneNumber: string): Promise<FastifyInstance> => {
  const { settings, db, clock, wechat } = server.context
  const number = { phoneNumber: purePhoneNumber, purePhoneNumber, countryCode: '86' }
  return buildApp({
    ...createContext(settings, db, clock, []),
    wechat: { ...wechat, phoneNumber: async () => number },
  })
}

const bindAt = async (app: FastifyInstance, token: string, phoneCode: string) => {
  const reply = await app.inject({
    method: 'PUT',
    url: '/hserve/v2.7/idp/wechat/phone-verification/',
    headers: {
      'x-hydrogen-client-id': server.context.settings.clientId,
      // A client of the vendor's keeps its token when the number changes.
      'x-hydrogen-client-sdk-type': 'file',
      authorization: `Hydrogen-r1 ${token}`,
    },
    payload: { phone_code: phoneCode },
  })
  return { status: reply.statusCode, body: reply.json() }
}

describe('a phone code that WeChat would take any number of times', () => {
  it('a phone code is used up by the first of many uses at once at two processes', async () => {
    const { token } = await hand.signIn('alice')
    const apps = await Promise.all([openForgetful('13512340001'), openForgetful('13512340001')])
    const answers = await Promise.all(
      [...apps, ...apps].map((app) => bindAt(app, token, 'the same code')),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400])
    for (const { status, body } of answers) {
      if (status === 400) expect(body.error_msg).toMatch(/^code_used: /)
    }
    expect((await bindAt(apps[0], token, 'another code')).status).toBe(200)
  })

  it('a phone code is used up for everyone, by a sign-in as well', async () => {
    const app = await openForgetful('13512340002')
    const { token } = await hand.signIn('bob')
    expect((await bindAt(app, token, 'seen by carol')).status).toBe(200)
    const stolen = await app.inject({
      method: 'POST',
      url: '/hserve/v2.7/idp/wechat/phone-login/',
      headers: { 'x-hydrogen-client-id': server.context.settings.clientId },
      payload: { code: hand.code('carol'), phone_code: 'seen by carol' },
    })
    expect([stolen.statusCode, stolen.json().error_msg]).toEqual([
      400,
      expect.stringMatching(/^code_used: /),
    ])
  })
})
