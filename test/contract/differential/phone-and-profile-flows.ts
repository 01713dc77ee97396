import { plain, type FlowContext } from './flow-context'

export const phones = async ({ tag, phone, step }: FlowContext) => {
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

export const profiles = async ({ tag, wechat, phone, step }: FlowContext) => {
  const person = `${tag}-profiles`
  const { BaaS, loginCode } = phone(person)
  const code = await loginCode()
  const profile = await wechat.profile(person)
  await step('updateUserInfo with no session', () => BaaS.auth.updateUserInfo(profile, { code }))
  await BaaS.auth.loginWithWechat()
  await step('updateUserInfo without a code', () => BaaS.auth.updateUserInfo(profile))
  await step('updateUserInfo with nothing', () => BaaS.auth.updateUserInfo({}))
  for (const syncUserProfile of ['setnx', 'overwrite', 'false'] as const) {
    const fresh = await loginCode()
    const answer = await wechat.profile(person)
    await step(`updateUserInfo ${syncUserProfile}`, async () =>
      plain(await BaaS.auth.updateUserInfo(answer, { code: fresh, syncUserProfile })),
    )
  }
}
