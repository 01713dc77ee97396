import assert from 'node:assert/strict'
import { failsWith, signsInTo } from '../holds'
import { both, by, type Row } from '../row'

const password = 'a sentence of five words'

/** Document 004, 多平台用户统一登录. */
export const severalPlatforms: readonly Row[] = [
  ...both(
    '004:293',
    '404, sign in to an account, link: the next login is that account',
    async (on) => {
      const { phone, another, person, stranger } = on
      await another({}, stranger()).BaaS.auth.register({ username: person, password })
      await failsWith(404, phone.BaaS.auth.loginWithWechat(null, { createUser: false }))
      const user = await phone.BaaS.auth.login({ username: person, password })
      await user.linkWechat()
      await signsInTo(another(), user)
    },
  ),
  ...both(
    '004:293',
    '404, register, link: the next login is that account',
    async ({ phone, another, person }) => {
      await failsWith(404, phone.BaaS.auth.loginWithWechat(null, { createUser: false }))
      const user = await phone.BaaS.auth.register({ username: person, password })
      await user.linkWechat()
      await signsInTo(another(), user)
    },
  ),
  ...by('sample', '004:299', 'the sample links at 404', async (world) => {
    const person = world.stranger()
    const on = world.phoneOf('sdk')
    const user = await on.phone.BaaS.auth.register({ username: person, password })
    await user.setEmail(`${person}@example.com`)
    const code = world
      .sample('004', 299, 313)
      .replace("'ifanrx@ifanr.com'", `'${person}@example.com'`)
      .replace("'ifanrx123'", `'${password}'`)
    const app = await world.open({
      script: `Page({ onLoad() { ${code}\n } })`,
      options: { person },
    })
    await app.until(() => app.console.length > 0)
    assert.deepEqual(
      app.console.map(({ values }) => values.join()),
      ['200'],
    )
    assert.deepEqual(app.errors, [])
  }),
  ...by('sample', '004:317', 'the printed getUserInfo button fires its event', async (world) => {
    const app = await world.open({
      script: 'Page({ userInfoHandler(e) { console.log(e.detail.errMsg) } })',
      template: world.sample('004', 317, 317).replace('<button', '<button id="go"'),
      options: { person: world.stranger() },
    })
    await app.tap('go')
    assert.match(app.console.map(({ values }) => values.join()).join(), /^getUserInfo:ok/)
  }),
  ...by('sample', '004:341', 'the sample links in the answer of wx.getUserInfo', async (world) => {
    const person = world.stranger()
    const on = world.phoneOf('sdk')
    const user = await on.phone.BaaS.auth.register({ username: person, password })
    const signIn = `wx.BaaS.auth.login({ username: '${person}', password: '${password}' })`
    const printed = world
      .sample('004', 341, 347)
      .replace('user.linkWechat(res)', "user.linkWechat(res).then(() => console.log('linked'))")
    const app = await world.open({
      script: `Page({ onLoad() { ${signIn}.then(() => { ${printed}\n }) } })`,
      options: { person },
    })
    await app.until(() => app.console.length > 0)
    await signsInTo(on.another({}, person), user)
    assert.deepEqual(app.errors, [])
  }),
]
