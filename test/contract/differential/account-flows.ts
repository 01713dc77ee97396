import type { SharedUser } from './clients'
import { password, plain, type FlowContext } from './flow-context'

export const accounts = async ({ tag, phone, step }: FlowContext) => {
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

export const wechat = async ({ tag, phone, step }: FlowContext) => {
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

export const linking = async ({ tag, phone, step }: FlowContext) => {
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
