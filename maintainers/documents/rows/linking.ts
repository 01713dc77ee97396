import assert from 'node:assert/strict'
import { fieldsOf, has, isA, signsInTo } from '../holds'
import { anonymousFromButton } from '../anonymous'
import { both, by, type Row } from '../row'

const password = 'a sentence of five words'

/** Document 004, 关联微信小程序. */
export const linking: readonly Row[] = [
  ...both(
    '004:254',
    'an account of username and password is linked',
    async ({ phone, another, person }) => {
      const user = await phone.BaaS.auth.register({ username: person, password })
      await user.linkWechat()
      await signsInTo(another(), user)
    },
  ),
  ...both('004:256', 'linkWechat({withUnionID})', async ({ phone, person }) => {
    const user = await phone.BaaS.auth.register({ username: person, password })
    has(
      await (user as never as { linkWechat: (o: object) => Promise<unknown> }).linkWechat({
        withUnionID: true,
      }),
      {
        statusCode: 200,
      },
    )
  }),
  ...by('wechat', '004:258', 'the getUserInfo button returns an anonymous profile today', (world) =>
    anonymousFromButton(world),
  ),
  ...both('004:260', 'linkWechat ignores what getUserInfo returned', async (on) => {
    const { phone, another, person } = on
    const user = await phone.BaaS.auth.register({ username: person, password })
    const data = { encryptedData: 'x', iv: 'y', rawData: '{}', signature: 'z' }
    has(await (user.linkWechat as (data: object) => Promise<unknown>)(data), { statusCode: 200 })
    await signsInTo(another(), user)
  }),
  ...both('004:265', 'withUnionID is false unless said', async ({ phone, person }) => {
    const user = await phone.BaaS.auth.register({ username: person, password })
    has(await user.linkWechat(), { statusCode: 200 })
  }),
  ...by('sample', '004:269', 'the sample links the WeChat that holds the phone', async (world) => {
    const person = world.stranger()
    const on = world.phoneOf('sdk')
    const user = await on.phone.BaaS.auth.register({ username: person, password })
    const code = world
      .sample('004', 269, 276)
      .replace("'ifanrx'", `'${person}'`)
      .replace("'111111'", `'${password}'`)
      .replace('// success', "console.log('linked')")
    const app = await world.open({
      script: `Page({ onLoad() { ${code}\n } })`,
      options: { person },
    })
    await app.until(() => app.console.length > 0)
    await signsInTo(on.another({}, person), user)
    assert.deepEqual(app.errors, [])
  }),
  ...both(
    '004:280',
    'resolves with statusCode 200 and the printed data',
    async ({ phone, person }) => {
      const user = await phone.BaaS.auth.register({ username: person, password })
      const answer = (await user.linkWechat()) as {
        statusCode: number
        data: Record<string, unknown>
      }
      has(answer, { statusCode: 200 })
      has(answer.data, { message: 'User associated.', status: 'ok', user_id: fieldsOf(user)['id'] })
      isA('string', answer.data['openid'])
      assert.equal(typeof answer.data['unionid'], 'string')
    },
  ),
]
