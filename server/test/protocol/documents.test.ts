import { buildApp } from '../../src/app'
import { resealAll } from '../../src/maintenance/reseal'
import { createVault } from '../../src/security/vault'
import { openTestServer } from '../kit/test-server'
import { serverForFile } from '../kit/server-for-file'
import { phoneInHand } from '../kit/phone-in-hand'

const { server, hand } = serverForFile()

const INFO = '/hserve/v2.6/idp/wechat/user/info/'
const DECRYPT = '/hserve/v2.7/wechat/decrypt/phone-number/'
const put = (path: string, body: object, token: string) => server.call('PUT', path, { body, token })

describe('what the documents of wx.BaaS say', () => {
  it('a phone number that its owner typed is verified by a one-tap login with that number', async () => {
    const number = '13720000001'
    const { token } = await hand.signIn('d1-anna')
    const set = await put('/hserve/v2.2/user/account/', { phone: number }, token)
    expect(set.body._phone_verified).toBe(false)
    const { body } = await server.call('POST', '/hserve/v2.7/idp/wechat/phone-login/', {
      body: { ...hand.phoneButton('d1-anna', number), code: hand.code('d1-anna') },
    })
    expect(body.user_info).toMatchObject({ _phone: number, _phone_verified: true })
  })

  it('a profile or a phone number is refused by name where no WeChat is linked', async () => {
    const { token } = await hand.register('d9-without-wechat')
    const asked = [
      put(INFO, hand.profile('d9-without-wechat'), token),
      put('/hserve/v2.7/idp/wechat/phone-verification/', hand.phoneButton('d9'), token),
    ]
    for (const { status, body } of await Promise.all(asked)) {
      expect([status, body.error_code]).toEqual([400, 'wechat_not_linked'])
    }
  })

  it.each(['always', 'true', ''])(
    'syncUserProfile %j is setnx: an empty nickname is filled, one that is there stays',
    async (update_userprofile) => {
      const person = `d14-${update_userprofile}`
      const { token } = await hand.signIn(person)
      const profile = () => ({ ...hand.profile(person), update_userprofile })
      const filled = await put(INFO, profile(), token)
      expect(filled.body.nickname).not.toBe('')
      await put('/hserve/v2.5/user/info/', { nickname: 'Mine' }, token)
      expect((await put(INFO, profile(), token)).body.nickname).toBe('Mine')
    },
  )

  it('is_new is true on the first visit and no later, with the same session too', async () => {
    const { token } = await hand.signIn('d17-dora')
    const logins = async () =>
      (await server.call('GET', '/ext/v1/account/logins/', { token })).body as object
    expect(await logins()).toMatchObject({ is_new: true, login_times: 1 })
    server.clock.advance(30 * 60_000)
    expect(await logins()).toMatchObject({ is_new: false, login_times: 1 })
  })

  it('is_new is false with the second sign-in, however soon', async () => {
    await hand.signIn('d17-ed')
    server.clock.advance(1_000)
    const { token } = await hand.signIn('d17-ed')
    const { body } = await server.call('GET', '/ext/v1/account/logins/', { token })
    expect(body).toMatchObject({ is_new: false, login_times: 2 })
  })
})

describe('encrypted data without a code', () => {
  const decrypt = (token: string, { encryptedData, iv }: { encryptedData: string; iv: string }) =>
    server.call('POST', DECRYPT, { body: { encryptedData, iv }, token })

  const sessionKey = (person: string) => server.wechat.platform.sessionKeyOf(person, 'touristappid')
  /** Signs in when WeChat's session_key may change, which it does a minute after the last change. */
  const signInLater = async (person: string) => {
    const before = sessionKey(person)
    server.clock.advance(61_000)
    const { token } = await hand.signIn(person)
    expect(sessionKey(person)).not.toBe(before)
    return token
  }

  it('the encrypted data opens after one later sign-in, and after more that bring the same session_key', async () => {
    await hand.signIn('d19-fay')
    const [sealed, profile] = [hand.phoneButton('d19-fay'), hand.profile('d19-fay')]
    await signInLater('d19-fay')
    const { token } = await hand.signIn('d19-fay')
    expect((await decrypt(token, sealed)).status).toBe(200)
    expect((await put(INFO, profile, token)).status).toBe(200)
    const { encryptedData, iv } = sealed
    const bind = { encryptedData, iv, overwrite: true }
    const bound = await put('/hserve/v2.5/idp/wechat/phone-verification/', bind, token)
    expect([bound.status, bound.body._phone_verified]).toEqual([200, true])
  })

  it('the encrypted data of the last session_key but two is refused with what to do', async () => {
    await hand.signIn('d19-gil')
    const sealed = hand.phoneButton('d19-gil')
    await signInLater('d19-gil')
    const { status, body } = await decrypt(await signInLater('d19-gil'), sealed)
    expect([status, body.error_code]).toEqual([400, 'decrypt_failed'])
    expect(body.error_msg).toContain('ask WeChat for the data again')
  })

  it('the encrypted data opens with the session_key before the present one after DATA_KEYS was rotated', async () => {
    await hand.signIn('d19-hal')
    const sealed = hand.phoneButton('d19-hal')
    const token = await signInLater('d19-hal')
    const { keys } = server.context.settings
    const newer = { id: 'newer', key: Buffer.alloc(32, 7) }
    const both = createVault([newer, ...keys.sealing], keys.index)
    await resealAll({ db: server.context.db, vault: both })
    const app = await buildApp({ ...server.context, vault: createVault([newer], keys.index) })
    const opened = await app.inject({
      method: 'POST',
      url: DECRYPT,
      headers: {
        'x-hydrogen-client-id': server.context.settings.clientId,
        authorization: `Hydrogen-r1 ${token}`,
      },
      payload: { encryptedData: sealed.encryptedData, iv: sealed.iv },
    })
    await app.close()
    await resealAll({
      db: server.context.db,
      vault: createVault([...keys.sealing, newer], keys.index),
    })
    expect(opened.statusCode).toBe(200)
  })
})

describe('the switch of the console for profiles from a client', () => {
  it('the profiles from a client are off by default: 403 profile_update_disabled, which the SDK reports as 616', async () => {
    const strict = await openTestServer({ SDK_USER_INFO_UPDATE: '' })
    const phone = phoneInHand(strict)
    const { token } = await phone.signIn('d8-hal')
    const unsigned = { nickName: 'Hal', avatarUrl: '', update_userprofile: 'setnx' }
    for (const [path, body] of [
      [INFO, phone.profile('d8-hal')],
      ['/hserve/v2.5/idp/wechat/user/info/', unsigned],
    ] as const) {
      const answer = await strict.call('PUT', path, { body, token })
      expect([answer.status, answer.body.error_code]).toEqual([403, 'profile_update_disabled'])
    }
    await strict.close()
  }, 120_000)
})
