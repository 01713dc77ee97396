import assert from 'node:assert/strict'
import { has, isA, rejectionOf } from '../holds'
import { by, decided, impossible, type Row } from '../row'
import type { TianmuPhone } from '../tianmu'

/** A row about wx.tmSDK, on a phone of its own. */
const tm = (at: string, what: string, check: (on: TianmuPhone) => Promise<unknown>) =>
  by('compat', at, what, (world) => check(world.tianmu()))

/** The members that both documents print, by type, with the lines of their tables. */
const FIELDS = [
  ['pid', 'string', 73, 102],
  ['app_id', 'string', 74, 103],
  ['open_id', 'string', 75, 104],
  ['union_id', 'string', 76, 105],
  ['nick_name', 'string', 77, 106],
  ['avatar_url', 'string', 78, 108],
  ['gender', 'number', 79, 112],
  ['language', 'string', 80, 113],
  ['city', 'string', 81, 116],
  ['province', 'string', 82, 115],
  ['country', 'string', 83, 114],
  ['gold', 'number', 84, 109],
  ['diamond', 'number', 84, 110],
  ['share_new', 'number', 85, 120],
  ['share_times', 'number', 86, 121],
  ['online_days', 'number', 87, 122],
  ['online_duration', 'number', 88, 123],
  ['last_login_time', 'number', 89, 0],
  ['login_times', 'number', 90, 0],
  ['from_scene', 'string', 91, 0],
  ['from_code', 'string', 92, 0],
  ['is_new', 'boolean', 93, 111],
  ['login_province', 'string', 94, 117],
  ['login_city', 'string', 95, 118],
  ['login_district', 'string', 96, 119],
] as const

const popup = ({ tmSDK }: TianmuPhone) => tmSDK.updateUserProfile({ desc: '更新用户信息' })
const button = async (on: TianmuPhone) => {
  await on.tmSDK.login()
  const { encryptedData, iv, signature } = await on.profile()
  return on.tmSDK.updateUserInfo({ encryptedData, iv, signature })
}

/** Document 001. */
export const tianmuPopup: readonly Row[] = [
  ...impossible(
    '001:4',
    'a version of the vendor’s SDK of 7 March 2021',
    'it is a script for each app, not published',
  ),
  ...tm('001:9', 'takes picture and name from WeChat', async (on) => {
    has(await popup(on), { nick_name: on.person })
  }),
  ...tm('001:9', 'a later name in WeChat replaces the earlier one', async (on) => {
    await popup(on)
    await on.rename('a later name')
    has(await on.tmSDK.updateUserProfile({ refresh: true, desc: 'd' }), {
      nick_name: 'a later name',
    })
    has(await on.tmSDK.login(), { nick_name: 'a later name' })
  }),
  ...impossible(
    '001:13',
    'the build without sign-in has no such call',
    'the vendor’s script decides it',
  ),
  ...tm('001:20', 'resolves with the profile', async (on) => isA('object', await popup(on))),
  ...tm('001:21', 'refresh is false unless said', async (on) => {
    await popup(on)
    await popup(on)
    assert.equal(on.asked.length, 1)
  }),
  ...tm('001:22', 'desc is 更新用户信息 unless said', async (on) => {
    await (on.tmSDK.updateUserProfile as (options?: object) => Promise<unknown>)()
    assert.deepEqual(on.asked, ['更新用户信息'])
  }),
  ...tm('001:22', 'desc is what the popup shows', async (on) => {
    await on.tmSDK.updateUserProfile({ desc: '完善资料' })
    assert.deepEqual(on.asked, ['完善资料'])
  }),
  ...tm('001:24', 'refresh: false asks by the age of the answer', async (on) => {
    await popup(on)
    await on.tmSDK.updateUserProfile({ refresh: false, desc: 'd' })
    assert.equal(on.asked.length, 1)
  }),
  ...tm('001:24', 'a popup that could not be shown is no answer', async (on) => {
    on.failWith('getUserProfile:fail can only be invoked by user TAP gesture.')
    await rejectionOf(popup(on))
    on.failWith(undefined)
    await popup(on)
    assert.equal(on.asked.length, 2)
  }),
  ...tm('001:25', 'refresh: true asks whatever the age', async (on) => {
    await popup(on)
    await on.tmSDK.updateUserProfile({ refresh: true, desc: 'd' })
    assert.equal(on.asked.length, 2)
  }),
  ...decided('001:32', 'mini-programs ignore refresh, and the table calls it fresh', '12'),
  ...tm('001:33', 'desc is a text', async (on) => isA('object', await popup(on))),
  ...FIELDS.flatMap(([name, type, line]) =>
    tm(`001:${line}`, `${name}: ${type}`, async (on) =>
      assert.equal(typeof (await popup(on))[name], type),
    ),
  ),
  ...tm('001:75', 'open_id is not empty', async (on) => isA('string', (await popup(on)).open_id)),
  ...tm('001:89', 'last_login_time in seconds, of this visit', async (on) => {
    const { last_login_time: seconds } = await popup(on)
    assert.ok(Math.abs(seconds - Date.now() / 1000) < 120, String(seconds))
  }),
  ...tm('001:90', 'login_times grows with every sign-in', async (on) => {
    await on.tmSDK.login()
    has(await on.again().tmSDK.login(), { login_times: 2 })
  }),
  ...tm('001:91', 'from_scene is the scene of the launch', async (on) => {
    has(await on.tmSDK.login(), { from_scene: on.scene })
  }),
  ...tm('001:93', 'is_new at the first sign-in only', async (on) => {
    has(await on.tmSDK.login(), { is_new: true })
    has(await on.again().tmSDK.login(), { is_new: false })
  }),
]

/** Document 002. */
export const tianmuButton: readonly Row[] = [
  ...tm('002:7', 'the next login knows what was updated', async (on) => {
    await button(on)
    has(await on.again().tmSDK.login(), { nick_name: on.person })
  }),
  ...tm('002:12', 'updateUserInfo({encryptedData, iv, signature})', async (on) =>
    isA('object', await button(on)),
  ),
  ...(['encryptedData', 'iv', 'signature'] as const).flatMap((name, index) =>
    tm(`002:${19 + index}`, `${name} is of this person`, async (on) => {
      await on.tmSDK.login()
      const { encryptedData, iv, signature } = await on.profile()
      const forged = { encryptedData, iv, signature, [name]: 'AAAAAAAAAAAAAAAAAAAAAA==' }
      if (name === 'signature') isA('object', await on.tmSDK.updateUserInfo(forged))
      else isA('number', (await rejectionOf(on.tmSDK.updateUserInfo(forged)))['code'])
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
  ...FIELDS.filter(([, , , line]) => line > 0).flatMap(([name, type, , line]) =>
    tm(`002:${line}`, `${name}: ${type}`, async (on) =>
      assert.equal(typeof (await button(on))[name], type),
    ),
  ),
]
