import type { WechatDesk } from '../kit/wechat-desk'
import type { PhoneKind, SharedPhone, SharedUser } from './clients'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
)
const password = 'correct horse battery'

/** Runs one named step and writes down what came of it. */
export type Step = <T>(name: string, work: () => PromiseLike<T>) => Promise<T | undefined>

export interface Stage {
  /** Names people and accounts; the other client has another one. */
  readonly tag: string
  readonly desk: WechatDesk
  readonly phone: (person: string, kind?: Omit<PhoneKind, 'server'>) => SharedPhone
  readonly step: Step
}

const plain = (user: SharedUser | undefined) => user?.toJSON()

/** The same story for both clients, in the words of the vendor's documents. */
export const tellAll = async (stage: Stage): Promise<void> => {
  await accounts(stage)
  await wechat(stage)
  await linking(stage)
  await phones(stage)
  await profiles(stage)
  await letters(stage)
  await utilities(stage)
  await oldLibraries(stage)
}

const accounts = async ({ tag, phone, step }: Stage) => {
  const { BaaS } = phone(`${tag}-accounts`)
  const username = `${tag}-accounts`
  await step('getCurrentUser with no session', () => BaaS.auth.getCurrentUser())
  await step('login with an unknown name', () => BaaS.auth.login({ username, password }))
  await step('register', async () => plain(await BaaS.auth.register({ username, password })))
  await step('register a taken name', () => BaaS.auth.register({ username, password }))
  await step('logout', () => BaaS.auth.logout())
  await step('login with empty names beside', async () =>
    plain(await BaaS.auth.login({ phone: '', email: '', username, password })),
  )
  await step('login', async () => plain(await BaaS.auth.login({ username, password })))
  const user = await BaaS.auth.getCurrentUser()
  await step('set and update', () =>
    user.set({ nickname: `Nick of ${tag}`, color: 'red' }).update(),
  )
  await step('setUsername', async () =>
    plain((await user.setUsername(`${tag}-renamed`)) as SharedUser),
  )
  await step('setAccount', async () => plain((await user.setAccount({ password })) as SharedUser))
  await step('updatePassword with a wrong one', () =>
    user.updatePassword({ password: 'wrong', newPassword: 'another long one' }),
  )
  await step('updatePassword', async () => {
    const changed = await user.updatePassword({ password, newPassword: 'another long one' })
    return plain(changed as SharedUser)
  })
  await step('getCurrentUser', async () => plain(await BaaS.auth.getCurrentUser()))

  const guest = phone(`${tag}-anonymous`).BaaS
  const anonymous = await step('anonymousLogin', () => guest.auth.anonymousLogin())
  await step('anonymous: set', () => anonymous?.linkWechat() ?? Promise.reject(new Error('nobody')))
  await step('anonymous: register keeps the id', async () =>
    plain(await guest.auth.register({ username: `${tag}-named`, password })),
  )
}

const wechat = async ({ tag, phone, step }: Stage) => {
  const { BaaS } = phone(`${tag}-wechat`)
  await step('silent login of a stranger, createUser false', () =>
    BaaS.auth.loginWithWechat(null, { createUser: false }),
  )
  await step('login(false)', () => BaaS.login(false))
  await step('loginWithWechat again', async () => plain(await BaaS.auth.loginWithWechat()))
  await step('loginWithWechat by unionid', async () => {
    const user = await phone(`${tag}-union`).BaaS.auth.loginWithWechat(null, { withUnionID: true })
    return plain(user)
  })
  await step('logout of WeChat', () => BaaS.auth.logout())
  await step('silent login, known, createUser false', async () =>
    plain(await BaaS.auth.loginWithWechat(null, { createUser: false })),
  )
}

const linking = async ({ tag, phone, step }: Stage) => {
  const username = `${tag}-linking`
  await phone(`${tag}-web`).BaaS.auth.register({ username, password })
  const { BaaS } = phone(`${tag}-linking`)
  await step('link flow: 404', () => BaaS.auth.loginWithWechat(null, { createUser: false }))
  const user = await step('link flow: login', () => BaaS.auth.login({ username, password }))
  await step(
    'link flow: linkWechat',
    () => user?.linkWechat() ?? Promise.reject(new Error('nobody')),
  )
  await step(
    'link flow: linkWechat again',
    () => user?.linkWechat() ?? Promise.reject(new Error('nobody')),
  )
  await step('auth.linkWechat', () => BaaS.auth.linkWechat({ withUnionID: false }))
}

const phones = async ({ tag, phone, step }: Stage) => {
  const { BaaS, loginCode, tapPhoneButton } = phone(`${tag}-phones`)
  const refusal = { detail: { errMsg: 'getPhoneNumber:fail user deny' } }
  const code = await loginCode()
  const event = await tapPhoneButton()
  await step('phone login refused', () => BaaS.auth.loginWithWechat(refusal, { code }))
  await step('phone login', async () => plain(await BaaS.auth.loginWithWechat(event, { code })))
  const early = await loginCode()
  const given = await tapPhoneButton()
  await step('handleUserInfo', () => BaaS.handleUserInfo({ ...given, code: early }))
  await step('handleUserInfo refused', () => BaaS.handleUserInfo(refusal))
  await step('updatePhoneNumber refused', () => BaaS.auth.updatePhoneNumber(refusal))
  const again = await tapPhoneButton()
  await step('updatePhoneNumber', async () => plain(await BaaS.auth.updatePhoneNumber(again)))
  await step('updatePhoneNumber with a spent code', () => BaaS.auth.updatePhoneNumber(again))
  const sealed = (await tapPhoneButton()).detail
  await step('wxDecryptData of nothing', () => BaaS.wxDecryptData('', '', 'phone-number'))
  await step('wxDecryptData', () =>
    BaaS.wxDecryptData(sealed.encryptedData ?? '', sealed.iv ?? '', 'phone-number', sealed.code),
  )
}

const profiles = async ({ tag, desk, phone, step }: Stage) => {
  const person = `${tag}-profiles`
  const { BaaS, loginCode } = phone(person)
  const code = await loginCode()
  const profile = await desk.profile(person)
  await step('updateUserInfo with no session', () => BaaS.auth.updateUserInfo(profile, { code }))
  await BaaS.auth.loginWithWechat()
  await step('updateUserInfo without a code', () => BaaS.auth.updateUserInfo(profile))
  await step('updateUserInfo with nothing', () => BaaS.auth.updateUserInfo({}))
  for (const syncUserProfile of ['setnx', 'overwrite', 'false'] as const) {
    const fresh = await loginCode()
    const answer = await desk.profile(person)
    await step(`updateUserInfo ${syncUserProfile}`, async () =>
      plain(await BaaS.auth.updateUserInfo(answer, { code: fresh, syncUserProfile })),
    )
  }
}

const letters = async ({ tag, desk, phone, step }: Stage) => {
  const { BaaS } = phone(`${tag}-letters`)
  await BaaS.auth.register({ username: `${tag}-letters`, password })
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
  const letter = (await desk.letters(number)).at(-1)?.text ?? ''
  const [code = ''] = /\d{6}/.exec(letter) ?? []
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

const utilities = async ({ tag, phone, step }: Stage) => {
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

const oldLibraries = async ({ tag, desk, phone, step }: Stage) => {
  const person = `${tag}-old`
  const { BaaS, loginCode, tapPhoneButton } = phone(person, { libVersion: '2.15.9' })
  const code = await loginCode()
  const event = await tapPhoneButton()
  await step('2.15.9: phone login', async () =>
    plain(await BaaS.auth.loginWithWechat(event, { code })),
  )
  const { userInfo } = await desk.profile(person)
  await step('2.15.9: updateUserInfo', async () =>
    plain(await BaaS.auth.updateUserInfo({ userInfo })),
  )
  const again = await tapPhoneButton()
  await step('2.15.9: updatePhoneNumber', async () =>
    plain(await BaaS.auth.updatePhoneNumber(again)),
  )
}
