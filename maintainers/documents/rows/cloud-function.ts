import assert from 'node:assert/strict'
import { fieldsOf, has, isA } from '../holds'
import { anonymousFromButton } from '../anonymous'
import { both, by, decided, type Row } from '../row'
import type { OnePhone } from '../world'

const NAME = 'update_wechat_user_info'
/** Where the sample of 000:28 is deployed, see main.ts. */
export const PRINTED_FUNCTION = 'printed_update_wechat_user_info'

/** The printed members, each with that of WeChat's profile whose value it has. */
const FIELDS = [
  ['id', undefined],
  ['openid', undefined],
  ['nickname', 'nickName'],
  ['gender', 'gender'],
  ['language', 'language'],
  ['city', 'city'],
  ['province', 'province'],
  ['country', 'country'],
  ['avatar', 'avatarUrl'],
] as const

const called = async (
  { phone, world, person }: OnePhone,
  options: Readonly<Record<string, unknown>> = {},
) => {
  const user = await phone.BaaS.auth.loginWithWechat()
  const data = await world.wechat.profile(person)
  const answer = (await phone.BaaS.invoke(NAME, {
    userID: fieldsOf(user)['id'],
    data,
    ...options,
  })) as { code: number; data: Record<string, unknown> }
  return { answer, profile: data.userInfo }
}

/** Document 000. */
export const cloudFunction: readonly Row[] = [
  ...by('wechat', '000:9', 'the getUserInfo button returns an anonymous profile today', (world) =>
    anonymousFromButton(world),
  ),
  ...both('000:11', 'BaaS.wechat.updateUserInfo is there for functions', async (on) => {
    has((await called(on)).answer, { code: 0 })
  }),
  ...both('000:13', 'openid without a popup, then the function writes the profile', async (on) => {
    const { answer, profile } = await called(on)
    has(answer.data, { nickname: profile['nickName'] })
  }),
  ...both('000:15', 'updateUserInfo(userID, data, {syncUserProfile})', async (on) => {
    has((await called(on, { syncUserProfile: 'overwrite' })).answer, { code: 0 })
  }),
  ...both('000:21', 'userID is the user’s id', async (on) => {
    const { answer } = await called(on)
    const { id } = fieldsOf(await on.phone.BaaS.auth.getCurrentUser())
    has(answer.data, { id })
  }),
  ...decided('000:21', 'userID of another user', '11.6'),
  ...both('000:22', 'data is the whole answer of getUserProfile', async (on) => {
    const { answer, profile } = await called(on)
    has(answer.data, { avatar: profile['avatarUrl'] })
  }),
  ...(['overwrite', 'setnx', 'false'] as const).flatMap((syncUserProfile) =>
    both('000:23', `syncUserProfile: ${syncUserProfile}`, async (on) => {
      const user = await on.phone.BaaS.auth.loginWithWechat()
      await user.set({ nickname: 'their own' }).update()
      const { answer, profile } = await called(on, { syncUserProfile })
      const expected = syncUserProfile === 'overwrite' ? profile['nickName'] : 'their own'
      has(answer.data, { nickname: expected })
    }),
  ),
  ...both('000:23', 'syncUserProfile is setnx unless said', async (on) => {
    const user = await on.phone.BaaS.auth.loginWithWechat()
    await user.set({ nickname: 'their own' }).update()
    has((await called(on)).answer.data, { nickname: 'their own' })
  }),
  ...by('sample', '000:41', 'the page’s half of the sample prints the user', async (world) => {
    const person = world.stranger()
    const code = world.sample('000', 41, 54).replace('//...', "desc: 'd',")
    const app = await world.open({
      script: `const app = getApp()\nPage({ onLoad() { wx.BaaS.auth.loginWithWechat() }, go() { ${code}\n } })`,
      template: '<button id="go" bindtap="go">x</button>',
      options: { person, registration: { profileEra: 'real' } },
    })
    await app.tap('go')
    await app.until(() => app.console.length > 0)
    const [printed] = app.console.flatMap(({ values }) => values) as { code?: number }[]
    has(printed, { code: 0 })
    has((printed as { data?: unknown } | undefined)?.data, { nickname: person })
    assert.deepEqual(app.errors, [])
  }),
  ...by('sample', '000:28', 'the printed function writes the profile', async (world) => {
    const on = world.switchedOff.phoneOf('sdk')
    const user = await on.phone.BaaS.auth.loginWithWechat()
    const data = await on.world.wechat.profile(on.person)
    const event = { userID: fieldsOf(user)['id'], data, syncUserProfile: 'setnx' }
    const answer = await on.phone.BaaS.invoke(PRINTED_FUNCTION, event)
    has(answer, { code: 0 })
    has((answer as { data: unknown }).data, { nickname: data.userInfo['nickName'] })
  }),
  ...FIELDS.flatMap(([name, of], index) =>
    both(`000:${61 + index}`, `resolves with ${name}`, async (on) => {
      const { answer, profile } = await called(on)
      if (of === undefined) isA(name === 'id' ? 'number' : 'string', answer.data[name])
      else has(answer.data, { [name]: profile[of] })
    }),
  ),
  ...FIELDS.slice(1).flatMap(([name, of], index) =>
    both(`000:${72 + index}`, `resolves with _provider.wechat.${name}`, async (on) => {
      const { answer, profile } = await called(on)
      const { wechat } = answer.data['_provider'] as { wechat: Record<string, unknown> }
      if (of === undefined) isA('string', wechat[name])
      else has(wechat, { [name]: profile[of] })
    }),
  ),
]
