import assert from 'node:assert/strict'
import { createPerson } from '../../../simulator/index'
import { fieldsOf, has, isA } from '../holds'
import { buttonOf, loggedBy, openOld } from '../old-app'
import { by, type Row } from '../row'
import type { DocumentWorld } from '../world'

const password = 'a sentence of five words'
const PRINT =
  '.then((user) => console.log(JSON.stringify({ ok: user })), (error) => console.log(JSON.stringify({ error })))'

type Printed = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Taps the printed getUserInfo button, whose handler calls `call`; what the call came to. */
const tapped = async (
  world: DocumentWorld,
  call: string,
  more: { person?: string; reply?: 'allow' | 'refuse' } = {},
) => {
  const { person = world.stranger(), reply = 'allow' } = more
  const app = await openOld(world, {
    person: createPerson(person, { getUserProfile: reply }),
    script: `Page({ userInfoHandler(data) { ${call}${PRINT} } })`,
    template: buttonOf(world.sample('004', 375, 375)),
  })
  await app.tap('go')
  await app.until(() => app.console.length > 0)
  assert.deepEqual(app.errors, [])
  return { app, person, printed: JSON.parse(loggedBy(app)[0] ?? '{}') as Printed }
}

const LOGIN = 'wx.BaaS.auth.loginWithWechat(data)'
const loginWith = (options: string) => `wx.BaaS.auth.loginWithWechat(data, ${options})`
const silent = 'wx.BaaS.auth.loginWithWechat()'

const known = async (world: DocumentWorld, person: string) =>
  fieldsOf(
    await world
      .phoneOf('sdk')
      .another({}, person)
      .BaaS.auth.loginWithWechat(null, { createUser: false }),
  )

/** Signs the person in and names them, so that what a later call replaces shows. */
const named = async (world: DocumentWorld) => {
  const person = world.stranger()
  const user = await world.phoneOf('sdk').another({}, person).BaaS.auth.loginWithWechat()
  await user.set({ nickname: 'their own' }).update()
  return person
}

/** Document 004, SDK before 3.18 with a getUserInfo button, by an SDK of that age in the host. */
export const getUserInfoAge: readonly Row[] = [
  ...by('sample', '004:3', 'the SDK calls wx.getUserInfo once more', async (world) => {
    const { app } = await tapped(world, LOGIN)
    assert.ok(app.calls.some(({ name }) => name === 'getUserInfo'))
  }),
  ...by('sample', '004:318', 'the printed page links at 404', async (world) => {
    const person = world.stranger()
    const on = world.phoneOf('sdk')
    const user = await on.phone.BaaS.auth.register({ username: person, password })
    await user.setEmail(`${person}@example.com`)
    const app = await openOld(world, {
      person,
      script: world
        .sample('004', 318, 337)
        .replace("'ifanrx@ifanr.com'", `'${person}@example.com'`)
        .replace("'ifanrx123'", `'${password}'`),
      template: buttonOf(world.sample('004', 317, 317)),
    })
    await app.tap('go')
    await app.until(() => app.console.length > 0)
    assert.deepEqual(loggedBy(app), ['200'])
    assert.equal((await known(world, person))['id'], fieldsOf(user)['id'])
  }),
  ...by('sample', '004:353', 'openid without a popup, then the button', async (world) => {
    const person = createPerson(world.stranger())
    const app = await openOld(world, {
      person,
      script: `Page({ onLoad() { ${silent}.then((user) => console.log(user.openid)) }, userInfoHandler(data) { ${LOGIN} } })`,
      template: buttonOf(world.sample('004', 375, 375)),
    })
    await app.until(() => app.console.length > 0)
    assert.match(loggedBy(app)[0] ?? '', /^o/)
    assert.ok(!person.asked.some(({ kind }) => kind === 'getUserProfile'))
    await app.tap('go')
    assert.ok(person.asked.some(({ kind }) => kind === 'getUserProfile'))
  }),
  ...by(
    'sample',
    '004:359',
    'loginWithWechat(data, {createUser, syncUserProfile})',
    async (world) => {
      const options = "{ createUser: true, syncUserProfile: 'overwrite' }"
      const { printed, person } = await tapped(world, loginWith(options))
      has(printed['ok'], { nickname: person })
    },
  ),
  ...by('sample', '004:364', 'data is the event of the button', async (world) => {
    const { person } = await tapped(world, LOGIN)
    has(await known(world, person), { nickname: person })
  }),
  ...by('sample', '004:365', 'createUser is true unless said', async (world) => {
    const { printed, person } = await tapped(world, LOGIN)
    assert.equal((await known(world, person))['id'], printed['ok']?.['id'])
  }),
  ...(
    [
      ['overwrite', true],
      ['setnx', false],
      ['false', false],
    ] as const
  ).flatMap(([word, isReplaced]) =>
    by('sample', '004:366', `syncUserProfile: ${word}`, async (world) => {
      const person = await named(world)
      await tapped(world, loginWith(`{ syncUserProfile: '${word}' }`), { person })
      has(await known(world, person), { nickname: isReplaced ? person : 'their own' })
    }),
  ),
  ...by('sample', '004:366', 'syncUserProfile is setnx unless said', async (world) => {
    const person = await named(world)
    await tapped(world, LOGIN, { person })
    has(await known(world, person), { nickname: 'their own' })
  }),
  ...by('sample', '004:369', 'createUser: false ends in 404', async (world) => {
    const { printed } = await tapped(world, loginWith('{ createUser: false }'))
    has(printed['error'], { code: 404 })
  }),
  ...by('sample', '004:377', 'the user has what getUserInfo sealed', async (world) => {
    const { person } = await tapped(world, LOGIN)
    isA('object', (await known(world, person))['_provider'])
    const { wechat } = (await known(world, person))['_provider'] as { wechat: object }
    has(wechat, { nickname: person })
  }),
  ...by('sample', '004:381', 'the printed page signs in', async (world) => {
    const person = world.stranger()
    const app = await openOld(world, {
      person,
      script: world
        .sample('004', 381, 391)
        .replace('// user 包含用户完整信息,详见下方描述', 'console.log(user.nickname)'),
      template: buttonOf(world.sample('004', 375, 375)),
    })
    await app.tap('go')
    await app.until(() => app.console.length > 0)
    assert.deepEqual(loggedBy(app), [person])
  }),
  ...by('sample', '004:393', 'resolves with the current user', async (world) => {
    const call = `${LOGIN}.then((user) => ({ linkWechat: typeof user.linkWechat }))`
    has((await tapped(world, call)).printed['ok'], { linkWechat: 'function' })
  }),
  ...by('sample', '004:397', 'a refusal rejects with 603 and the ids', async (world) => {
    const call = `${silent}.then(() => ${LOGIN}).catch((e) => { throw { id: e.id, openid: e.openid, code: e.code } })`
    const { printed, person } = await tapped(world, call, { reply: 'refuse' })
    const { id, openid } = await known(world, person)
    has(printed['error'], { id, openid, code: 603 })
  }),
  ...by('sample', '004:459', 'the printed button and handleUserInfo', async (world) => {
    const person = world.stranger()
    const app = await openOld(world, {
      person,
      script: world
        .sample('004', 465, 475)
        .replace('// ...', `onLoad() { ${silent} },`)
        .replace('// res 包含用户完整信息,详见下方描述', 'console.log(res.nickname)'),
      template: buttonOf(world.sample('004', 459, 459)),
    })
    await app.tap('go')
    await app.until(() => app.console.length > 0)
    assert.deepEqual(loggedBy(app), [person])
  }),
  ...(
    [
      ['city', 520],
      ['country', 521],
      ['gender', 522],
      ['language', 523],
      ['province', 525],
    ] as const
  ).flatMap(([name, line]) =>
    by('sample', `004:${line}`, `handleUserInfo: ${name}`, async (world) => {
      const call = `${silent}.then(() => wx.BaaS.handleUserInfo(data))`
      const { printed, person } = await tapped(world, call)
      const { userInfo } = await world.world.wechat.profile(person)
      assert.equal(typeof printed['ok']?.[name], typeof userInfo[name])
      if (name !== 'gender') isA('string', printed['ok']?.[name])
    }),
  ),
]
