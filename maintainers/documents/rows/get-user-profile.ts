import assert from 'node:assert/strict'
import { createPerson } from '../../../simulator/index'
import { ANONYMOUS, anonymousFromButton, nameFromButton } from '../anonymous'
import { loggedBy } from '../old-app'
import { answerOf, asked, BUTTON } from '../profile-page'
import { by, impossible, type Row } from '../row'

/** Document 003. */
export const getUserProfile: readonly Row[] = [
  ...by('wechat', '003:3', 'returns an anonymous profile today', async (world) => {
    const app = await world.open({
      script:
        "Page({ go() { wx.getUserProfile({ desc: 'd', success: (res) => console.log(res.userInfo.nickName) }) } })",
      template: BUTTON,
      options: { person: world.stranger() },
    })
    await app.tap('go')
    assert.deepEqual(loggedBy(app), [ANONYMOUS])
  }),
  ...by('wechat', '003:53', 'absent below 2.10.4 in DevTools', async (world) => {
    const app = await world.open({
      script: 'Page({ onLoad() { console.log(typeof wx.getUserProfile) } })',
      options: {
        person: world.stranger(),
        device: { libVersion: '2.10.3', platform: 'devtools' },
      },
    })
    assert.deepEqual(loggedBy(app), ['undefined'])
  }),
  ...by(
    'wechat',
    '003:55',
    'DevTools 2.10.4 to 2.16.1: the button returns real data',
    async (world) => {
      for (const libVersion of ['2.10.4', '2.16.1']) {
        const name = await nameFromButton(world, { libVersion, platform: 'devtools' })
        assert.match(name ?? '', /^document-/)
      }
    },
  ),
  ...by(
    'wechat',
    '003:55',
    'a phone of 2.10.4 to 2.16.1: the button returns anonymous data',
    async (world) => {
      for (const libVersion of ['2.10.4', '2.16.1']) {
        await anonymousFromButton(world, { libVersion })
      }
    },
  ),
  ...by('wechat', '003:5', 'there from 2.10.4', async (world) => {
    const app = await world.open({
      script: 'Page({ onLoad() { console.log(typeof wx.getUserProfile) } })',
      options: { person: world.stranger(), device: { libVersion: '2.10.4' } },
    })
    assert.deepEqual(loggedBy(app), ['function'])
  }),
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
  ...by(
    'wechat',
    '003:17',
    'asks at every call, and returns userInfo after a yes',
    async (world) => {
      const person = createPerson(world.stranger())
      const app = await world.open({
        script:
          "Page({ go() { wx.getUserProfile({ desc: 'd', success: (res) => console.log(res.userInfo.nickName) }) } })",
        template: BUTTON,
        options: { person, registration: { profileEra: 'real' } },
      })
      await app.tap('go')
      await app.tap('go')
      const asked = person.asked.filter(({ kind }) => kind === 'getUserProfile')
      assert.equal(asked.length, 2)
      assert.deepEqual(loggedBy(app), [person.name, person.name])
    },
  ),
  ...by(
    'wechat',
    '003:17',
    'takes the place of wx.getUserInfo: the same members',
    async (world) => {
      const { userInfo } = await answerOf(world)
      assert.deepEqual(Object.keys(userInfo as object).sort(), [
        ...['avatarUrl', 'city', 'country', 'gender', 'language', 'nickName', 'province'],
      ])
    },
  ),
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
  ...by(
    'wechat',
    '003:29',
    'desc counts UTF-16 units, as the check of the build',
    async (world) => {
      await answerOf(world, `desc: '${'😀'.repeat(15)}'`)
      const [first = []] = await asked(world, `desc: '${'😀'.repeat(16)}'`)
      assert.match(first.join(' '), /^fail .*desc length/)
    },
  ),
  ...by('wechat', '003:30', 'success is called', async (world) => {
    assert.equal((await asked(world, "desc: 'd'"))[0]?.[0], 'success')
  }),
  ...by('wechat', '003:31', 'fail is called', async (world) => {
    assert.equal((await asked(world, "desc: ''"))[0]?.[0], 'fail')
  }),
  ...by('wechat', '003:32', 'complete is called after success and after fail', async (world) => {
    for (const options of ["desc: 'd'", "desc: ''"]) {
      assert.equal((await asked(world, options))[1]?.[0], 'complete')
    }
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
    assert.match(app.text('name'), /^document-/)
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
    assert.match(app.text('name'), /^document-/)
    assert.deepEqual(app.errors, [])
  }),
]
