import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { by, impossible, type Row } from '../row'
import type { DocumentWorld } from '../world'

const BUTTON = '<button id="go" bindtap="go">x</button>'

/** Taps a page that calls getUserProfile with these options; what it logged, by name of the callback. */
const asked = async (world: DocumentWorld, options: string, more: object = {}) => {
  const app = await world.open({
    script: `Page({ go() { wx.getUserProfile({ ${options},
      success: (res) => console.log('success', JSON.stringify(res)),
      fail: (res) => console.log('fail', res.errMsg),
      complete: () => console.log('complete') }) } })`,
    template: BUTTON,
    options: { person: world.stranger(), registration: { profileEra: 'real' }, ...more },
  })
  await app.tap('go')
  return app.console.map(({ values }) => values.map(String))
}

const answerOf = async (world: DocumentWorld, options = "desc: 'd'") => {
  const [first = []] = await asked(world, options)
  assert.equal(first[0], 'success', first.join(' '))
  return JSON.parse(first[1] ?? '{}') as Record<string, unknown>
}

/** Document 003. */
export const getUserProfile: readonly Row[] = [
  ...by('wechat', '003:5', 'absent below 2.10.4', async (world) => {
    const app = await world.open({
      script: 'Page({ onLoad() { console.log(typeof wx.getUserProfile) } })',
      options: { person: world.stranger(), device: { libVersion: '2.10.3' } },
    })
    assert.deepEqual(
      app.console.map(({ values }) => values.join()),
      ['undefined'],
    )
  }),
  ...by('wechat', '003:7', 'returns a promise', async (world) => {
    const app = await world.open({
      script:
        "Page({ go() { wx.getUserProfile({ desc: 'd' }).then((res) => console.log(typeof res.userInfo)) } })",
      template: BUTTON,
      options: { person: world.stranger() },
    })
    await app.tap('go')
    assert.deepEqual(
      app.console.map(({ values }) => values.join()),
      ['object'],
    )
  }),
  ...impossible('003:9', 'not for plugins', 'the host runs no plugins'),
  ...impossible(
    '003:11',
    'supported by WeChat on Windows',
    'there is one kind of phone in the simulator',
  ),
  ...by('wechat', '003:17', 'only inside a tap', async (world) => {
    const app = await world.open({
      script:
        "Page({ onLoad() { wx.getUserProfile({ desc: 'd', fail: ({ errMsg }) => console.log(errMsg) }) } })",
      options: { person: world.stranger() },
    })
    await app.until(() => app.console.length > 0)
    assert.match(app.console.map(({ values }) => values.join()).join(), /TAP gesture/)
  }),
  ...['en', 'zh_CN', 'zh_TW'].flatMap((lang, index) =>
    by('wechat', `003:${26 + index}`, `lang: ${lang}`, async (world) => {
      const { userInfo } = await answerOf(world, `desc: 'd', lang: '${lang}'`)
      assert.equal((userInfo as { language?: string }).language, lang)
    }),
  ),
  ...by('wechat', '003:24', 'lang is en unless said', async (world) => {
    const { userInfo } = await answerOf(world)
    assert.equal((userInfo as { language?: string }).language, 'en')
  }),
  ...by('wechat', '003:29', 'desc of 30 characters passes', async (world) => {
    await answerOf(world, `desc: '${'字'.repeat(30)}'`)
  }),
  ...by('wechat', '003:29', 'desc of 31 characters fails', async (world) => {
    const [first = []] = await asked(world, `desc: '${'字'.repeat(31)}'`)
    assert.match(first.join(' '), /^fail .*desc length/)
  }),
  ...by('wechat', '003:30', 'success is called', async (world) => {
    assert.equal((await asked(world, "desc: 'd'"))[0]?.[0], 'success')
  }),
  ...by('wechat', '003:31', 'fail is called', async (world) => {
    assert.equal((await asked(world, "desc: ''"))[0]?.[0], 'fail')
  }),
  ...by('wechat', '003:32', 'complete is called after success and after fail', async (world) => {
    for (const options of ["desc: 'd'", "desc: ''"])
      assert.equal((await asked(world, options))[1]?.[0], 'complete')
  }),
  ...['userInfo', 'rawData', 'signature', 'encryptedData', 'iv'].flatMap((name, index) =>
    by('wechat', `003:${39 + index}`, `success: ${name}`, async (world) => {
      assert.ok((await answerOf(world))[name], `no ${name}`)
    }),
  ),
  ...by('wechat', '003:41', 'signature is a SHA-1 of rawData and session_key', async (world) => {
    const { rawData, signature } = await answerOf(world)
    assert.match(String(signature), /^[0-9a-f]{40}$/)
    assert.notEqual(signature, createHash('sha1').update(String(rawData)).digest('hex'))
  }),
  ...impossible('003:44', 'success: cloudID', 'of mini-programs with cloud development only'),
  ...by('wechat', '003:54', 'the encrypted data holds no openId and no unionId', async (world) => {
    const on = world.phoneOf('sdk')
    const user = await on.phone.BaaS.auth.loginWithWechat()
    const profile = await world.world.desk.profile(on.person)
    assert.doesNotMatch(profile.rawData, /openId|unionId/i)
    assert.ok(user)
  }),
  ...by('sample', '003:56', 'the sample shows picture and name', async (world) => {
    const app = await world.open({
      script: world.sample('003', 68, 101),
      template: world
        .sample('003', 56, 67)
        .replace('bindtap="getUserProfile"', 'id="go" bindtap="getUserProfile"')
        .replace('class="userinfo-nickname"', 'id="name" class="userinfo-nickname"'),
      options: { person: world.stranger(), registration: { profileEra: 'real' } },
    })
    await app.tap('go')
    assert.notEqual(app.text('name'), '')
    assert.deepEqual(app.errors, [])
  }),
  ...by('sample', '003:60', 'the sample’s older button works below 2.10.4', async (world) => {
    const app = await world.open({
      script: world.sample('003', 68, 101),
      template: world
        .sample('003', 56, 67)
        .replace('wx:else open-type="getUserInfo"', 'id="go" wx:else open-type="getUserInfo"')
        .replace('class="userinfo-nickname"', 'id="name" class="userinfo-nickname"'),
      options: { person: world.stranger(), device: { libVersion: '2.10.3' } },
    })
    await app.tap('go')
    assert.notEqual(app.text('name'), '')
    assert.deepEqual(app.errors, [])
  }),
]
