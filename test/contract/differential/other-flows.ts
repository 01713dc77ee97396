import type { SharedUser } from './clients'
import { password, plain, type FlowContext } from './flow-context'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)

export const messages = async ({ tag, wechat, phone, step }: FlowContext) => {
  const { BaaS } = phone(`${tag}-messages`)
  await BaaS.auth.register({ username: `${tag}-messages`, password })
  const user = await BaaS.auth.getCurrentUser()
  const number = tag === 'sdk' ? '13900001001' : '13900001002'
  const email = `${tag}@example.com`
  await step('setEmail', async () => plain((await user.setEmail(email)) as SharedUser))
  await step('requestEmailVerification', async () =>
    plain((await user.requestEmailVerification()) as SharedUser),
  )
  await step('requestPasswordReset', () => BaaS.auth.requestPasswordReset({ email }))
  await step('setMobilePhone', async () => plain((await user.setMobilePhone(number)) as SharedUser))
  await step('sendSmsCode', () => BaaS.sendSmsCode({ phone: number }))
  const message = (await wechat.messages(number)).at(-1)?.text ?? ''
  const [code = ''] = /\d{6}/.exec(message) ?? []
  await step('verifyMobilePhone with a wrong code', () => user.verifyMobilePhone('000000'))
  await step('verifyMobilePhone', async () =>
    plain((await user.verifyMobilePhone(code)) as SharedUser),
  )
  await step('sms login of a stranger, createUser false', () =>
    phone(`${tag}-sms`).BaaS.auth.loginWithSmsVerificationCode(number, '000000', {
      createUser: false,
    }),
  )
}

export const utilities = async ({ tag, phone, step }: FlowContext) => {
  const { BaaS, keepFile } = phone(`${tag}-utilities`)
  await step('getServerDate', () => BaaS.getServerDate())
  await BaaS.auth.loginWithWechat()
  await step('wxCensorText', () => BaaS.wxCensorText('hello'))
  await step('wxCensorText of nothing', () => BaaS.wxCensorText(''))
  await step('invoke unknown', () => BaaS.invoke('no_such_function', { a: 1 }))
  await step('invoke asynchronously', () => BaaS.invoke('update_wechat_user_info', {}, false))
  keepFile('http://tmp/dot.png', { bytes: PNG, mimeType: 'image/png' })
  await step('upload', () =>
    new BaaS.File().upload({ filePath: 'http://tmp/dot.png' }, { categoryName: 'avatar' }),
  )
}

export const oldLibraries = async ({ tag, wechat, phone, step }: FlowContext) => {
  const person = `${tag}-old`
  const { BaaS, loginCode, tapPhoneButton } = phone(person, { libVersion: '2.15.9' })
  const code = await loginCode()
  const event = await tapPhoneButton()
  await step('2.15.9: phone login', async () =>
    plain(await BaaS.auth.loginWithWechat(event, { code })),
  )
  const { userInfo } = await wechat.profile(person)
  await step('2.15.9: updateUserInfo', async () =>
    plain(await BaaS.auth.updateUserInfo({ userInfo })),
  )
  const again = await tapPhoneButton()
  await step('2.15.9: updatePhoneNumber', async () =>
    plain(await BaaS.auth.updatePhoneNumber(again)),
  )
}
