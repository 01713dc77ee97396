import assert from 'node:assert/strict'
import { failsWith, fieldsOf, has, isA, rejectionOf } from '../holds'
import { both, by, type Row } from '../row'

const REFUSED = { detail: { errMsg: 'getPhoneNumber:fail user deny' } }

/** Document 004, 更新用户手机号. */
export const phoneUpdate: readonly Row[] = [
  ...both('004:207', 'the number becomes verified', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const user = await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton())
    has(fieldsOf(user), { _phone_verified: true })
  }),
  ...both('004:209', 'updatePhoneNumber(data, {overwrite})', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const event = await phone.tapPhoneButton()
    isA(
      'string',
      fieldsOf(await phone.BaaS.auth.updatePhoneNumber(event, { overwrite: true }))['_phone'],
    )
  }),
  ...both('004:214', 'data is the event of the button', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const { detail } = await phone.tapPhoneButton()
    const user = await phone.BaaS.auth.updatePhoneNumber({ detail })
    isA('string', fieldsOf(user)['_phone'])
  }),
  ...both('004:215', 'overwrite is true unless said', async ({ phone, world, person }) => {
    await phone.BaaS.auth.loginWithWechat()
    await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton())
    const other = await world.wechat.phone(person, `139${String(Date.now()).slice(-8)}`)
    const user = await phone.BaaS.auth.updatePhoneNumber({
      detail: { errMsg: 'getPhoneNumber:ok', ...other },
    })
    has(fieldsOf(user), { _phone_verified: true })
    assert.match(String(fieldsOf(user)['_phone']), /^139/)
  }),
  ...both(
    '004:215',
    'overwrite: false is 400 where another number is bound',
    async ({ phone, world, person }) => {
      await phone.BaaS.auth.loginWithWechat()
      await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton())
      const other = await world.wechat.phone(person, `138${String(Date.now()).slice(-8)}`)
      const event = { detail: { errMsg: 'getPhoneNumber:ok', ...other } }
      await failsWith(400, phone.BaaS.auth.updatePhoneNumber(event, { overwrite: false }))
    },
  ),
  ...by('sample', '004:222', 'the printed button and sample bind the number', async (world) => {
    const person = world.stranger()
    const script = world
      .sample('004', 222, 232)
      .replace('// ...', 'onLoad() { wx.BaaS.auth.loginWithWechat() },')
    const template = world.sample('004', 216, 216).replace('<button', '<button id="go"')
    const app = await world.open({ script, template, options: { person } })
    await app.tap('go')
    const user = await world.phoneOf('sdk').another({}, person).BaaS.auth.loginWithWechat()
    has(fieldsOf(user), { _phone_verified: true })
    assert.deepEqual(app.errors, [])
  }),
  ...both('004:234', 'resolves with the current user', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const user = await phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton())
    assert.equal(typeof user.linkWechat, 'function')
  }),
  ...both('004:238', 'a refusal rejects with 603 and the ids', async ({ phone }) => {
    const user = fieldsOf(await phone.BaaS.auth.loginWithWechat())
    const error = await rejectionOf(phone.BaaS.auth.updatePhoneNumber(REFUSED))
    has(error, { code: 603, id: user['id'], openid: user['openid'] })
  }),
  ...both('004:248', 'other failures reject with code and message', async ({ phone }) => {
    await phone.BaaS.auth.loginWithWechat()
    const event = {
      detail: { errMsg: 'getPhoneNumber:ok', code: 'no', encryptedData: 'x', iv: 'y' },
    }
    const error = await rejectionOf(phone.BaaS.auth.updatePhoneNumber(event))
    isA('number', error['code'])
    isA('string', error['message'])
  }),
  ...both('004:250', '604 where no one is signed in', async ({ phone }) =>
    failsWith(604, phone.BaaS.auth.updatePhoneNumber(await phone.tapPhoneButton())),
  ),
]
