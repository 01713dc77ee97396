import { LIMITS } from '../../../src/security/limits'
import { serverForFile } from '../../kit/server-for-file'

const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'

const { server, hand } = serverForFile()

const login = (code: string, more: object = {}) =>
  server.call('POST', SILENT, { body: { code, ...more } })

describe('sign-ins of one person', () => {
  const { max, windowMs } = LIMITS.loginsPerOpenid

  it('the sign-ins of one person stop at a hundred a minute', async () => {
    await login(hand.code('dave'))
    for (let i = 0; i < max; i += 1) expect((await login(hand.code('dave'))).status).toBe(201)
    expect((await login(hand.code('dave'))).status).toBe(429)
    expect((await login(hand.code('bob'))).status).toBe(201)

    server.clock.advance(windowMs)
    expect((await login(hand.code('dave'))).status).toBe(201)
  })

  it('the sign-ins of one person beyond the limit bring no other person nearer to theirs', async () => {
    const signIn = async (name: string) => (await login(hand.code(name))).status
    expect(await signIn('heidi')).toBe(201)
    for (let i = 0; i <= max; i += 1) await signIn('ivan')
    for (let i = 0; i < max; i += 1) expect(await signIn('ivan')).toBe(429)
    expect(await signIn('heidi')).toBe(201)
  })

  it('the sign-ins of one person make the device that goes on beyond the limit wait twice as long each time, fifteen minutes at most', async () => {
    for (let i = 0; i <= max; i += 1) await login(hand.code('erin'))
    const waits: unknown[] = []
    for (let i = 0; i < 12; i += 1) waits.push((await login(hand.code('erin'))).body.retry_after)
    expect(waits.slice(-6)).toEqual([128, 256, 512, 900, 900, 900])

    server.clock.advance(900_000)
    expect((await login(hand.code('erin'))).status).toBe(201)
  })
})
