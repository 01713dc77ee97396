import type { SharedPhone } from '../../../test/contract/differential/clients'
import assert from 'node:assert/strict'
import { failsWith, has, isA, rejectionOf } from '../holds'
import { both, by, impossible, type Row } from '../row'

const REFUSED = { detail: { errMsg: 'getPhoneNumber:fail user deny' } }
const ended = 'WeChat ended it: versions published since 2021 receive anonymous data'

const accepted = async (phone: SharedPhone) => ({
  ...(await phone.tapPhoneButton()),
  code: await phone.loginCode(),
  createUser: true,
})

/** Document 004, the two parts on older versions. */
export const older: readonly Row[] = [
  ...impossible('004:351', 'wx.getUserInfo fails in trial and development versions', ended),
  ...impossible(
    '004:359',
    'loginWithWechat(data of getUserInfo, …)',
    'the SDK rejects such events with 605 since 3.18',
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
    assert.deepEqual(app.errors, [])
  }),
  ...both('004:444', 'login(false) has the printed members', async ({ phone }) =>
    assert.deepEqual(Object.keys((await phone.BaaS.login(false)) as object).sort(), [
      ...['id', 'openid', 'session_expires_at', 'unionid'],
    ]),
  ),
  ...impossible('004:453', 'a failed login(false) rejects with an error', 'the same as 004:50'),
  ...both('004:479', 'handleUserInfo resolves with plain members', async ({ phone }) => {
    const answer = (await phone.BaaS.handleUserInfo(await accepted(phone))) as Record<
      string,
      unknown
    >
    isA('number', answer['id'])
    isA('string', answer['openid'])
  }),
  ...both('004:495', 'a refusal rejects with the ids', async ({ phone }) => {
    const { id } = (await phone.BaaS.login(false)) as { id: number }
    has(await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)), { id })
  }),
  ...(['id', 'openid', 'unionid'] as const).flatMap((name, index) =>
    both(`004:${511 + index}`, `a refused handleUserInfo: ${name}`, async ({ phone }) => {
      const known = (await phone.BaaS.login(false)) as Record<string, unknown>
      has(await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)), { [name]: known[name] })
    }),
  ),
  // The genuine SDK leaves this one out, and does not sign in first, whatever its document says.
  ...by('compat', '004:514', 'a refused handleUserInfo: session_expires_at', async (world) => {
    const { phone } = world.phoneOf('compat')
    const { session_expires_at } = (await phone.BaaS.login(false)) as Record<string, unknown>
    has(await rejectionOf(phone.BaaS.handleUserInfo(REFUSED)), { session_expires_at })
  }),
  ...(
    [
      ['avatarUrl', 519],
      ['city', 520],
      ['country', 521],
      ['gender', 522],
      ['language', 523],
      ['nickName', 524],
      ['province', 525],
    ] as const
  ).flatMap(([name, line]) => impossible(`004:${line}`, `handleUserInfo: ${name}`, ended)),
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
