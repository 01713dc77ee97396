import assert from 'node:assert/strict'
import { has, rejectionOf } from '../holds'
import { by, decided, impossible, type Row } from '../row'
import { FIELDS, holdsField, openIdOf, popup, tm, unionIdOf } from '../tianmu-fields'

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
  ...tm('001:20', 'resolves with the profile', async (on) => {
    has(await popup(on), { nick_name: on.person, app_id: 'touristappid' })
  }),
  ...by('compat', '001:20', 'by the cloud function where the switch is off', async (world) => {
    const on = world.switchedOff.tianmu()
    has(await popup(on), { nick_name: on.person })
  }),
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
  ...tm('001:33', 'desc is a text that reaches WeChat', async (on) => {
    await popup(on)
    assert.deepEqual(on.asked, ['更新用户信息'])
  }),
  ...FIELDS.filter(([, , line]) => line > 0).flatMap(([name, expected, line]) =>
    tm(`001:${line}`, name, async (on) => holdsField(on, name, expected, await popup(on))),
  ),
  ...tm('001:75', 'open_id is the user’s openid', openIdOf),
  ...tm('001:76', 'union_id is the user’s unionid', unionIdOf),
  ...tm('001:77', 'nick_name and avatar_url are empty before the first yes', async (on) => {
    has(await on.tmSDK.login(), { nick_name: '', avatar_url: '' })
  }),
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
