import assert from 'node:assert/strict'
import { failsWith, fieldsOf, has, isA, rejectionOf } from '../holds'
import { anonymousFromButton } from '../anonymous'
import { both, by, impossible, type Row } from '../row'

const password = 'a sentence of five words'

/** The unionid that signs an account in, see docs/protocol.md 8. */
const unionIdOf = (user: Parameters<typeof fieldsOf>[0]): unknown =>
  (fieldsOf(user)['_provider'] as Readonly<Record<string, unknown>>)['wechat_unionid']

/** Document 004, up to the phone login. */
export const silentLogin: readonly Row[] = [
  ...impossible(
    '004:3',
    'before 2.0.9 places were in English whatever was asked',
    'no version before 2.0.6-a is published, and it loads no getUserInfo',
  ),
  ...both('004:9', 'signing in takes neither code nor session_key of the app', async ({ phone }) =>
    isA('number', fieldsOf(await phone.BaaS.auth.loginWithWechat())['id']),
  ),
  ...both(
    '004:13',
    'loginWithWechat signs in silently and by phone, nothing else',
    async ({ phone }) => {
      await phone.BaaS.auth.loginWithWechat()
      await failsWith(
        605,
        phone.BaaS.auth.loginWithWechat({
          detail: { errMsg: 'getUserInfo:ok', encryptedData: 'x', iv: 'y' },
        }),
      )
    },
  ),
  ...both(
    '004:15',
    'a unionid is known at the first sign-in where the app has one',
    async ({ phone }) =>
      isA(
        'string',
        fieldsOf(await phone.BaaS.auth.loginWithWechat(null, { withUnionID: true }))['unionid'],
      ),
  ),
  ...both('004:17', 'loginWithWechat() knows the openid without a popup', async ({ phone }) =>
    isA('string', fieldsOf(await phone.BaaS.auth.loginWithWechat())['openid']),
  ),
  ...both('004:23', 'loginWithWechat(null, {createUser})', async ({ phone }) =>
    isA(
      'number',
      fieldsOf(await phone.BaaS.auth.loginWithWechat(null, { createUser: true }))['id'],
    ),
  ),
  ...by('sample', '004:25', 'no popup is shown', async (world) => {
    const app = await world.open({
      script:
        'Page({ onLoad() { wx.BaaS.auth.loginWithWechat().then((user) => console.log(user.id)) } })',
      options: { person: world.stranger() },
    })
    await app.until(() => app.console.length > 0)
    assert.deepEqual(
      app.calls.map(({ name }) => name).filter((name) => /getUser|showModal|Privacy/.test(name)),
      [],
    )
  }),
  ...both('004:32', 'createUser is true unless said', async ({ phone, another }) => {
    const made = fieldsOf(await phone.BaaS.auth.loginWithWechat())
    const again = await another().BaaS.auth.loginWithWechat(null, { createUser: false })
    assert.equal(fieldsOf(again)['id'], made['id'])
  }),
  ...both(
    '004:33',
    'withUnionID is false unless said: the openid alone decides',
    async ({ phone }) =>
      assert.equal(unionIdOf(await phone.BaaS.auth.loginWithWechat()), undefined),
  ),
  ...both('004:33', 'withUnionID: true signs in by the unionid', async ({ phone, another }) => {
    const known = await phone.BaaS.auth.loginWithWechat()
    const user = await another().BaaS.auth.loginWithWechat(null, { withUnionID: true })
    assert.equal(fieldsOf(user)['id'], fieldsOf(known)['id'])
    assert.equal(unionIdOf(user), fieldsOf(user)['unionid'])
    isA('string', unionIdOf(user))
  }),
  ...both('004:35', 'createUser: true creates a user', async ({ phone }) =>
    isA(
      'number',
      fieldsOf(await phone.BaaS.auth.loginWithWechat(null, { createUser: true }))['created_at'],
    ),
  ),
  ...both('004:35', 'createUser: false ends in 404', async ({ phone }) =>
    failsWith(404, phone.BaaS.auth.loginWithWechat(null, { createUser: false })),
  ),
  ...both('004:35', 'createUser: false creates no one', async ({ phone, another }) => {
    for (const each of [phone, another()]) {
      await failsWith(404, each.BaaS.auth.loginWithWechat(null, { createUser: false }))
    }
  }),
  ...by('wechat', '004:11', 'the getUserInfo button returns an anonymous profile today', (world) =>
    anonymousFromButton(world),
  ),
  ...(['sdk', 'compat'] as const).flatMap((judge) =>
    by(judge, '004:19', 'only functions update profiles unless switched on', async (world) => {
      const on = world.switchedOff.phoneOf(judge)
      const user = await on.phone.BaaS.auth.loginWithWechat()
      const code = await on.phone.loginCode()
      const data = await on.world.wechat.profile(on.person)
      await failsWith(616, on.phone.BaaS.auth.updateUserInfo(data, { code }))
      const asked = { userID: fieldsOf(user)['id'], data, code }
      has(await on.phone.BaaS.invoke('update_wechat_user_info', asked), { code: 0 })
      has(fieldsOf(await on.phone.BaaS.auth.getCurrentUser()), {
        nickname: data.userInfo['nickName'],
      })
    }),
  ),
  ...by('sample', '004:39', 'the sample signs in', async (world) => {
    const person = world.stranger()
    const code = world.sample('004', 39, 44)
    const app = await world.open({
      script: `Page({ onLoad() { ${code}\n } })`,
      options: { person },
    })
    await app.until(() => app.calls.some(({ name }) => name === 'setStorageSync'))
    await world
      .phoneOf('sdk')
      .another({}, person)
      .BaaS.auth.loginWithWechat(null, { createUser: false })
    assert.deepEqual(app.errors, [])
  }),
  ...both('004:46', 'resolves with the current user', async ({ phone }) => {
    const user = await phone.BaaS.auth.loginWithWechat()
    for (const method of ['set', 'linkWechat', 'setUsername', 'setEmail', 'toJSON'] as const) {
      assert.equal(typeof user[method], 'function')
    }
  }),
  ...both('004:50', 'rejects with an error that has code and message', async ({ phone }) => {
    const error = await rejectionOf(phone.BaaS.auth.loginWithWechat(null, { createUser: false }))
    assert.equal(error['code'], 404)
    isA('string', error['message'])
  }),
  ...both(
    '004:54',
    'a WeChat user sets a username, and signs in by it',
    async ({ phone, another, person }) => {
      const user = await phone.BaaS.auth.loginWithWechat()
      await user.setAccount({ username: person, password })
      const again = await another().BaaS.auth.login({ username: person, password })
      assert.equal(fieldsOf(again)['id'], fieldsOf(user)['id'])
    },
  ),
  ...both(
    '004:54',
    'a WeChat user sets an e-mail address and a password, and signs in by them',
    async ({ phone, another, person }) => {
      const user = await phone.BaaS.auth.loginWithWechat()
      const email = `${person}@example.com`
      await user.setAccount({ username: person, password })
      await user.setEmail(email)
      const again = await another().BaaS.auth.login({ email, password } as never)
      assert.equal(fieldsOf(again)['id'], fieldsOf(user)['id'])
    },
  ),
  ...both('004:54', 'a WeChat user sets an e-mail address', async ({ phone, person }) => {
    const user = await phone.BaaS.auth.loginWithWechat()
    await user.setEmail(`${person}@example.com`)
    has(fieldsOf(await phone.BaaS.auth.getCurrentUser()), {
      _email: `${person}@example.com`,
      _email_verified: false,
    })
  }),
]
