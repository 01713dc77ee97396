import type { SharedPhone } from '../../../test/contract/differential/clients'
import assert from 'node:assert/strict'
import { failsWith, fieldsOf, has, isA, rejectionOf } from '../holds'
import { both, by, decidedOf, impossible, type Row } from '../row'

const REFUSED = { detail: { errMsg: 'getPhoneNumber:fail user deny' } }
/** Nothing listens on port 1. */
const NOWHERE = 'http://127.0.0.1:1'

type Fields = Readonly<Record<string, unknown>>

const accepted = async (phone: SharedPhone) => ({
  ...(await phone.tapPhoneButton()),
  code: await phone.loginCode(),
  createUser: true,
})

/** Document 004, the two parts on older versions. */
export const older: readonly Row[] = [
  ...impossible(
    '004:351',
    'wx.getUserInfo fails in trial and development versions',
    'the simulator runs one version of an app, which is no trial',
  ),
  ...by('sample', '004:375', 'the printed getUserInfo button fires its event', async (world) => {
    const app = await world.open({
      script: 'Page({ userInfoHandler(e) { console.log(e.detail.errMsg) } })',
      template: world.sample('004', 375, 375).replace('<button', '<button id="go"'),
      options: { person: world.stranger() },
    })
    await app.tap('go')
    assert.match(app.console.map(({ values }) => values.join()).join(), /^getUserInfo:ok/)
  }),
  ...both('004:409', 'loginWithWechat signs in first where no one is', async ({ phone }) =>
    isA('object', await phone.BaaS.auth.loginWithWechat()),
  ),
  ...both('004:413', 'calls of 1.x still work', async ({ phone }) =>
    isA('object', await phone.BaaS.login(false)),
  ),
  ...both('004:419', 'login(false) resolves with the openid', async ({ phone }) =>
    isA('string', ((await phone.BaaS.login(false)) as Record<string, unknown>)['openid']),
  ),
  ...both('004:423', 'login(true) and login() reject: 605', async ({ phone }) => {
    await failsWith(605, (phone.BaaS.login as (force?: boolean) => Promise<unknown>)(true))
    await failsWith(605, (phone.BaaS.login as (force?: boolean) => Promise<unknown>)())
  }),
  ...(
    [
      ['004:428', 'id', 'number'],
      ['004:429', 'openid', 'string'],
      ['004:431', 'session_expires_at', 'number'],
    ] as const
  ).flatMap(([at, name, type]) =>
    both(at, `login(false): ${name}`, async ({ phone }) =>
      isA(type, ((await phone.BaaS.login(false)) as Record<string, unknown>)[name]),
    ),
  ),
  ...both('004:430', 'login(false): unionid is text', async ({ phone }) =>
    assert.equal(
      typeof ((await phone.BaaS.login(false)) as Record<string, unknown>)['unionid'],
      'string',
    ),
  ),
  ...by('sample', '004:435', 'the sample of login(false) resolves', async (world) => {
    const code = world.sample('004', 435, 440).replace('// 登录成功', 'console.log(res.openid)')
    const app = await world.open({
      script: `Page({ onLoad() { ${code}\n } })`,
      options: { person: world.stranger() },
    })
    await app.until(() => app.console.length > 0)
    assert.match(String(app.console[0]?.values[0]), /^o/)
    assert.deepEqual(app.errors, [])
  }),
  ...both('004:444', 'login(false) has the printed members', async ({ phone }) =>
    assert.deepEqual(Object.keys((await phone.BaaS.login(false)) as object).sort(), [
      ...['id', 'openid', 'session_expires_at', 'unionid'],
    ]),
  ),
  ...both('004:421', 'login(false) opens a session', async ({ phone, another }) => {
    const { id } = (await phone.BaaS.login(false)) as Fields
    const known = await another().BaaS.auth.loginWithWechat(null, { createUser: false })
    assert.equal(fieldsOf(known)['id'], id)
  }),
  ...both('004:453', 'a failed login(false) rejects with code and message', async ({ another }) => {
    const error = await rejectionOf(another({ server: NOWHERE }).BaaS.login(false))
    isA('number', error['code'])
    isA('string', error['message'])
  }),
  ...both('004:479', 'handleUserInfo resolves with plain members', async ({ phone }) => {
    const answer = (await phone.BaaS.handleUserInfo(await accepted(phone))) as Record<
      string,
      unknown
    >
    isA('number', answer['id'])
    isA('string', answer['openid'])
  }),
  ...both('004:495', 'a refusal rejects with the ids', async ({ phone }) => {
    const { id, openid } = (await phone.BaaS.login(false)) as Fields
    has(await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)), { id, openid })
  }),
  ...(['id', 'openid', 'unionid'] as const).flatMap((name, index) =>
    both(`004:${511 + index}`, `a refused handleUserInfo: ${name}`, async ({ phone }) => {
      const known = (await phone.BaaS.login(false)) as Record<string, unknown>
      has(await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)), { [name]: known[name] })
    }),
  ),
  ...decidedOf('sdk', '004:514', 'a refused handleUserInfo: session_expires_at', '9.42'),
  ...by('compat', '004:514', 'a refused handleUserInfo: session_expires_at', async (world) => {
    const { phone } = world.phoneOf('compat')
    const { session_expires_at } = (await phone.BaaS.login(false)) as Record<string, unknown>
    has(await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)), { session_expires_at })
  }),
  ...(
    [
      ['avatarUrl', 519, 'avatarUrl'],
      ['city', 520, 'city'],
      ['country', 521, 'country'],
      ['gender', 522, 'gender'],
      ['language', 523, 'language'],
      ['nickName', 524, 'nickName'],
      ['province', 525, 'province'],
    ] as const
  ).flatMap(([name, line]) =>
    by('compat', `004:${line}`, `handleUserInfo: ${name}`, async (world) => {
      const { phone, world: judged, person } = world.phoneOf('compat')
      await phone.BaaS.auth.loginWithWechat()
      const code = await phone.loginCode()
      const profile = await judged.wechat.profile(person)
      await phone.BaaS.auth.updateUserInfo(profile, { code })
      const answer = (await phone.BaaS.handleUserInfo(await accepted(phone))) as Fields
      has(answer, { [name]: profile.userInfo[name] })
    }),
  ),
  ...decidedOf('sdk', '004:527', 'a refused handleUserInfo signs in first', '9.42'),
  ...by(
    'compat',
    '004:527',
    'a refused handleUserInfo signs in first where no one is',
    async (world) => {
      const { phone } = world.phoneOf('compat')
      isA('number', (await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)))['id'])
    },
  ),
]
