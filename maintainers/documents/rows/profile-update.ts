import assert from 'node:assert/strict'
import { failsWith, fieldsOf, has, isA, rejectionOf } from '../holds'
import { both, by, decidedOf, type Row } from '../row'
import type { OnePhone } from '../world'

const REFUSED = { errMsg: 'getUserProfile:fail auth deny' }
const BUTTON = '<button id="go" bindtap="updateUserInfo">x</button>'

const signedInWithProfile = async ({ phone, world, person }: OnePhone) => {
  await phone.BaaS.auth.loginWithWechat()
  const code = await phone.loginCode()
  return { code, profile: await world.wechat.profile(person) }
}
const nickname = async ({ phone }: OnePhone) =>
  fieldsOf(await phone.BaaS.auth.getCurrentUser())['nickname']

/** Document 004, 更新用户信息. */
export const profileUpdate: readonly Row[] = [
  ...both('004:121', 'what getUserProfile returned becomes the user’s', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    await on.phone.BaaS.auth.updateUserInfo(profile, { code })
    assert.equal(await nickname(on), profile.userInfo['nickName'])
  }),
  ...both('004:123', 'updateUserInfo(data, {code, syncUserProfile})', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.updateUserInfo(profile, {
      code,
      syncUserProfile: 'overwrite',
    })
    has(fieldsOf(user), { nickname: profile.userInfo['nickName'] })
  }),
  ...by(
    'wechat',
    '004:125',
    'DevTools below 2.16.0 returns no iv, rawData, signature, encryptedData',
    async (world) => {
      const app = await world.open({
        script:
          "Page({ go() { wx.getUserProfile({ desc: 'd', success: (res) => console.log(Object.keys(res).join()) }) } })",
        template: '<button id="go" bindtap="go">x</button>',
        options: {
          person: world.stranger(),
          device: { libVersion: '2.15.0', platform: 'devtools' },
        },
      })
      await app.tap('go')
      assert.deepEqual(
        app.console.map(({ values }) => String(values[0]).split(',').sort().join()),
        ['errMsg,userInfo'],
      )
    },
  ),
  ...both('004:125', 'from 2.16.0 with a code of wx.login', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.updateUserInfo(profile, { code })
    has(fieldsOf(user), { nickname: profile.userInfo['nickName'] })
  }),
  ...both('004:125', 'below 2.16.0 without a code', async (on) => {
    const phone = on.another({ libVersion: '2.15.9' })
    await phone.BaaS.auth.loginWithWechat()
    const { userInfo } = await on.world.wechat.profile(on.person)
    const user = await phone.BaaS.auth.updateUserInfo({ userInfo })
    has(fieldsOf(user), { nickname: userInfo['nickName'] })
  }),
  ...by(
    'wechat',
    '004:127',
    'getUserProfile fails inside the callback of wx.login',
    async (world) => {
      const app = await world.open({
        script: `Page({ go() { wx.login({ success: () => wx.getUserProfile({
        desc: 'd', success: () => console.log('ok'), fail: ({ errMsg }) => console.log(errMsg) }) }) } })`,
        template: '<button id="go" bindtap="go">x</button>',
        options: { person: world.stranger() },
      })
      await app.tap('go')
      assert.match(app.console.map(({ values }) => values.join()).join(), /TAP gesture/)
    },
  ),
  ...by('wechat', '004:129', 'getUserProfile fails outside of a tap', async (world) => {
    const app = await world.open({
      script:
        "Page({ onLoad() { wx.getUserProfile({ desc: 'd', fail: ({ errMsg }) => console.log(errMsg) }) } })",
      options: { person: world.stranger() },
    })
    await app.until(() => app.console.length > 0)
    assert.match(app.console.map(({ values }) => values.join()).join(), /TAP gesture/)
  }),
  ...both('004:134', 'data is the whole answer, encrypted and signed', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const forged = { ...profile, rawData: profile.rawData.replace('{', '{ ') }
    await failsWith(400, on.phone.BaaS.auth.updateUserInfo(forged, { code }))
  }),
  ...both('004:135', 'code is required from 2.16.0: 605', async (on) => {
    const { profile } = await signedInWithProfile(on)
    await failsWith(605, on.phone.BaaS.auth.updateUserInfo(profile))
  }),
  ...both('004:136', 'syncUserProfile: overwrite replaces', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.getCurrentUser()
    await user.set({ nickname: 'their own' }).update()
    await on.phone.BaaS.auth.updateUserInfo(profile, { code, syncUserProfile: 'overwrite' })
    assert.equal(await nickname(on), profile.userInfo['nickName'])
  }),
  ...both('004:136', 'syncUserProfile: setnx keeps what was set', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.getCurrentUser()
    await user.set({ nickname: 'their own' }).update()
    await on.phone.BaaS.auth.updateUserInfo(profile, { code, syncUserProfile: 'setnx' })
    assert.equal(await nickname(on), 'their own')
  }),
  ...both('004:136', 'syncUserProfile: false leaves the first level alone', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.getCurrentUser()
    await user.set({ nickname: 'their own' }).update()
    await on.phone.BaaS.auth.updateUserInfo(profile, { code, syncUserProfile: 'false' })
    const fields = fieldsOf(await on.phone.BaaS.auth.getCurrentUser())
    has(fields, { nickname: 'their own' })
    has((fields['_provider'] as { wechat: object }).wechat, {
      nickname: profile.userInfo['nickName'],
    })
  }),
  ...both('004:136', 'syncUserProfile is setnx unless said', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.getCurrentUser()
    await user.set({ nickname: 'their own' }).update()
    await on.phone.BaaS.auth.updateUserInfo(profile, { code })
    assert.equal(await nickname(on), 'their own')
  }),
  ...both('004:136', 'another word is setnx', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const options = { code, syncUserProfile: 'always' as never }
    await on.phone.BaaS.auth.updateUserInfo(profile, options)
    assert.equal(await nickname(on), profile.userInfo['nickName'])
  }),
  ...by('sample', '004:142', 'the sample from 2.16.0 writes the profile', async (world) => {
    const person = world.stranger()
    const script = world
      .sample('004', 142, 166)
      .replace('// ...', 'onLoad() { wx.BaaS.auth.loginWithWechat() },')
    const app = await world.open({
      script,
      template: BUTTON,
      options: { person, registration: { profileEra: 'real' } },
    })
    await app.tap('go')
    const user = await world.phoneOf('sdk').another({}, person).BaaS.auth.loginWithWechat()
    has(fieldsOf(user), { nickname: person })
    assert.deepEqual(app.errors, [])
  }),
  ...by('sample', '004:170', 'the sample below 2.16.0 writes the profile', async (world) => {
    const person = world.stranger()
    const script = world
      .sample('004', 170, 185)
      .replace('// ...', 'onLoad() { wx.BaaS.auth.loginWithWechat() },')
    const device = { libVersion: '2.15.0' }
    const app = await world.open({ script, template: BUTTON, options: { person, device } })
    await app.tap('go')
    const user = await world.phoneOf('sdk').another({}, person).BaaS.auth.loginWithWechat()
    has(fieldsOf(user), { nickname: person })
    assert.deepEqual(app.errors, [])
  }),
  ...both('004:187', 'resolves with the current user', async (on) => {
    const { code, profile } = await signedInWithProfile(on)
    const user = await on.phone.BaaS.auth.updateUserInfo(profile, { code })
    assert.equal(typeof user.linkWechat, 'function')
  }),
  ...both('004:195', 'a refusal of getUserProfile rejects with 603', async (on) => {
    await on.phone.BaaS.auth.loginWithWechat()
    const code = await on.phone.loginCode()
    await failsWith(603, on.phone.BaaS.auth.updateUserInfo(REFUSED, { code }))
  }),
  ...decidedOf('sdk', '004:191', 'a refusal of getUserProfile rejects with the ids', '9.43'),
  ...by('compat', '004:191', 'a refusal of getUserProfile rejects with the ids', async (world) => {
    const { phone } = world.phoneOf('compat')
    const { id, openid } = fieldsOf(await phone.BaaS.auth.loginWithWechat())
    const code = await phone.loginCode()
    has(await rejectionOf(phone.BaaS.auth.updateUserInfo(REFUSED, { code })), { id, openid })
  }),
  ...both('004:201', 'other failures reject with code and message', async (on) => {
    const { profile } = await signedInWithProfile(on)
    const error = await rejectionOf(
      on.phone.BaaS.auth.updateUserInfo(profile, { code: 'no-such-code' }),
    )
    isA('number', error['code'])
    isA('string', error['message'])
  }),
  ...both('004:203', '604 where no one is signed in', async ({ phone, world, person }) => {
    const profile = await world.wechat.profile(person)
    await failsWith(604, phone.BaaS.auth.updateUserInfo(profile, { code: await phone.loginCode() }))
  }),
  ...(['sdk', 'compat'] as const).flatMap((judge) =>
    by(judge, '004:203', '616 while the switch is off', async (world) => {
      const on = world.switchedOff.phoneOf(judge)
      const { code, profile } = await signedInWithProfile(on)
      await failsWith(616, on.phone.BaaS.auth.updateUserInfo(profile, { code }))
    }),
  ),
]
