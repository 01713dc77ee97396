import assert from 'node:assert/strict'
import { failsWith, fieldsOf, has, isA, rejectionOf, signsInTo } from '../holds'
import { both, by, type Row } from '../row'

const REFUSED = { detail: { errMsg: 'getPhoneNumber:fail user deny' } }
const BUTTON =
  '<button id="go" open-type="getPhoneNumber" bindgetphonenumber="phoneNumberHandler" catchtap="wxLogin">x</button>'

/** The member names that the document prints for a refusal (004:107–113). */
const REFUSAL = ['id', 'openid', 'unionid', 'code', 'message']

/** Document 004, 用户一键授权手机号登录. */
export const phoneLogin: readonly Row[] = [
  ...both('004:60', 'one tap signs in, and the number is verified', async ({ phone }) => {
    const code = await phone.loginCode()
    const user = await phone.BaaS.auth.loginWithWechat(await phone.tapPhoneButton(), { code })
    has(fieldsOf(user), { _phone_verified: true })
  }),
  ...both(
    '004:60',
    'verified also where the same number was only typed before',
    async ({ phone, another }) => {
      const user = await phone.BaaS.auth.loginWithWechat()
      const event = await phone.tapPhoneButton()
      const first = await another().tapPhoneButton()
      const { _phone: number } = fieldsOf(await phone.BaaS.auth.updatePhoneNumber(event)) as {
        _phone: string
      }
      void first
      await user.setMobilePhone(number)
      const code = await phone.loginCode()
      const again = await another().BaaS.auth.loginWithWechat(await another().tapPhoneButton(), {
        code,
      })
      has(fieldsOf(again), { _phone_verified: true, _phone: number })
    },
  ),
  ...both('004:62', 'loginWithWechat(data, {code, createUser})', async ({ phone }) => {
    const code = await phone.loginCode()
    const event = await phone.tapPhoneButton()
    isA(
      'number',
      fieldsOf(await phone.BaaS.auth.loginWithWechat(event, { code, createUser: true }))['id'],
    )
  }),
  ...both('004:68', 'code is of a wx.login', async ({ phone }) => {
    const event = await phone.tapPhoneButton()
    await failsWith(400, phone.BaaS.auth.loginWithWechat(event, { code: 'no-such-code' }))
  }),
  ...both('004:69', 'createUser is true unless said', async ({ phone, another }) => {
    const code = await phone.loginCode()
    const made = await phone.BaaS.auth.loginWithWechat(await phone.tapPhoneButton(), { code })
    await signsInTo(another(), made)
  }),
  ...both(
    '004:71',
    'the code of a wx.login before the tap opens what the button sealed',
    async ({ another }) => {
      const phone = another({ libVersion: '2.21.1' })
      const code = await phone.loginCode()
      const user = await phone.BaaS.auth.loginWithWechat(await phone.tapPhoneButton(), { code })
      has(fieldsOf(user), { _phone_verified: true })
    },
  ),
  ...both('004:73', 'createUser: false ends in 404', async ({ phone }) => {
    const code = await phone.loginCode()
    const event = await phone.tapPhoneButton()
    await failsWith(404, phone.BaaS.auth.loginWithWechat(event, { code, createUser: false }))
  }),
  ...by('sample', '004:75', 'the printed button fires both handlers at one tap', async (world) => {
    const app = await world.open({
      script:
        "Page({ wxLogin() { console.log('tap') }, phoneNumberHandler(e) { console.log(e.detail.errMsg) } })",
      template: world.sample('004', 75, 75).replace('<button', '<button id="go"'),
      options: { person: world.stranger() },
    })
    await app.tap('go')
    assert.deepEqual(
      app.console.map(({ values }) => values.join()),
      ['tap', 'getPhoneNumber:ok'],
    )
  }),
  ...by(
    'sample',
    '004:81',
    'the sample signs in with the code of its own wx.login',
    async (world) => {
      const person = world.stranger()
      const printed = world
        .sample('004', 81, 101)
        .replace('// 获取临时登录凭证 code', 'this.code = res.code')
        .replace(/code: '[^']+'/, 'code: this.code')
      const app = await world.open({ script: printed, template: BUTTON, options: { person } })
      await app.tap('go')
      const user = await world
        .phoneOf('sdk')
        .another({}, person)
        .BaaS.auth.loginWithWechat(null, { createUser: false })
      has(fieldsOf(user), { _phone_verified: true })
      assert.deepEqual(app.errors, [])
    },
  ),
  ...both('004:103', 'resolves with the current user', async ({ phone }) => {
    const code = await phone.loginCode()
    const user = await phone.BaaS.auth.loginWithWechat(await phone.tapPhoneButton(), { code })
    assert.equal(typeof user.linkWechat, 'function')
  }),
  ...both('004:107', 'a refusal rejects with id, openid and unionid', async ({ phone }) => {
    const user = fieldsOf(await phone.BaaS.auth.loginWithWechat())
    const error = await rejectionOf(phone.BaaS.auth.loginWithWechat(REFUSED))
    has(error, { id: user['id'], openid: user['openid'] })
  }),
  ...both('004:111', 'a refusal has code 603', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    await failsWith(603, phone.BaaS.auth.loginWithWechat(REFUSED))
  }),
  ...both('004:112', 'a refusal says unauthorized', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const error = await rejectionOf(phone.BaaS.auth.loginWithWechat(REFUSED))
    assert.match(String(error['message']), /unauthorized$/)
  }),
  ...both('004:107', 'a refusal as JSON has the printed members', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const error = await rejectionOf(phone.BaaS.auth.loginWithWechat(REFUSED))
    assert.deepEqual(Object.keys(JSON.parse(JSON.stringify(error))).sort(), [...REFUSAL].sort())
  }),
  ...both('004:117', 'other failures reject with code and message', async ({ phone }) => {
    const error = await rejectionOf(
      phone.BaaS.auth.loginWithWechat(await phone.tapPhoneButton(), { code: 'no-such-code' }),
    )
    isA('number', error['code'])
    isA('string', error['message'])
  }),
]
