import assert from 'node:assert/strict'
import { has, isA, rejectionOf } from '../holds'
import { by, decided, impossible, type Row } from '../row'
import { button, FIELDS, holdsField, openIdOf, tm, unionIdOf } from '../tianmu-fields'

type Handlers = Readonly<Record<string, (event: unknown) => void>>

/** Printed members of a page, which call `wx.tmSDK` and log by `log`. */
const handlersOf = (printed: string, tmSDK: unknown, log: (value: unknown) => void): Handlers =>
  new Function('wx', 'console', `return { ${printed} }`)({ tmSDK }, { log }) as Handlers

/** Document 002. */
export const tianmuButton: readonly Row[] = [
  ...tm('002:7', 'the next login knows what was updated', async (on) => {
    await button(on)
    has(await on.again().tmSDK.login(), { nick_name: on.person })
  }),
  ...tm('002:12', 'updateUserInfo({encryptedData, iv, signature})', async (on) => {
    has(await button(on), { nick_name: on.person })
  }),
  ...(['encryptedData', 'iv', 'signature'] as const).flatMap((name, index) =>
    tm(`002:${19 + index}`, `${name} is of this person`, async (on) => {
      await on.tmSDK.login()
      const { encryptedData, iv, signature } = await on.profile()
      const forged = { encryptedData, iv, signature, [name]: 'AAAAAAAAAAAAAAAAAAAAAA==' }
      if (name === 'signature') {
        // What it is over is not among the three.
        has(await on.tmSDK.updateUserInfo(forged), { nick_name: on.person })
        const whole = { ...forged, rawData: (await on.profile()).rawData }
        isA('number', (await rejectionOf(on.tmSDK.updateUserInfo(whole)))['code'])
      } else isA('number', (await rejectionOf(on.tmSDK.updateUserInfo(forged)))['code'])
    }),
  ),
  ...impossible('002:26', 'wx.createUserInfoButton', 'of mini-games'),
  ...by('sample', '002:45', 'a button with open-type getUserInfo', async (world) => {
    const app = await world.open({
      script: "Page({ heard(e) { console.log('encryptedData' in e.detail) } })",
      template: world
        .sample('002', 45, 45)
        .replace('<button', '<button id="go"')
        .replace('bindlogin="bindUserLogin"', 'bindgetuserinfo="heard"'),
      options: { person: world.stranger() },
    })
    await app.tap('go')
    assert.deepEqual(
      app.console.map(({ values }) => values.join()),
      ['true'],
    )
  }),
  ...decided('002:45', 'the sample binds an event that WeChat does not have: bindlogin', '12'),
  ...by('sample', '002:48', 'the printed handler writes what its event holds', async (world) => {
    const on = world.tianmu()
    await on.tmSDK.login()
    const logged = new Promise<unknown>((log) => {
      const handlers = handlersOf(world.sample('002', 50, 61), on.tmSDK, log)
      void on.profile().then((detail) => handlers['bindUserLogin']?.({ detail }))
    })
    has(await logged, { nick_name: on.person })
  }),
  ...tm('002:3', 'what was written reaches the other phones of the person', async (on) => {
    await button(on)
    has(await on.elsewhere().tmSDK.login(), { nick_name: on.person })
  }),
  ...FIELDS.filter(([, , , line]) => line > 0).flatMap(([name, expected, , line]) =>
    tm(`002:${line}`, name, async (on) => holdsField(on, name, expected, await button(on))),
  ),
  ...tm('002:104', 'open_id is the user’s openid', openIdOf),
  ...tm('002:105', 'union_id is the user’s unionid', unionIdOf),
  ...by('compat', '002:7', 'by the cloud function where the switch is off', async (world) => {
    const on = world.switchedOff.tianmu()
    has(await button(on), { nick_name: on.person })
  }),
]
