import assert from 'node:assert/strict'
import { isA } from './holds'
import type { DocumentWorld } from './world'

/** What the person taps. */
export const BUTTON = '<button id="go" bindtap="go">x</button>'

/** Taps a page that calls getUserProfile with these options; what it logged, by name of the callback. */
export const asked = async (world: DocumentWorld, options: string, more: object = {}) => {
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

/** What getUserProfile resolves with for a person who says yes. */
export const answerOf = async (world: DocumentWorld, options = "desc: 'd'") => {
  const [first = []] = await asked(world, options)
  assert.equal(first[0], 'success', first.join(' '))
  return JSON.parse(first[1] ?? '{}') as Record<string, unknown>
}

/** What getUserProfile sealed for a person, and the session_key it is sealed with, as a server has it of WeChat. */
export const sealedFor = async ({ world, stranger }: DocumentWorld) => {
  const person = stranger()
  const query = new URLSearchParams({
    appid: 'touristappid',
    secret: 'any',
    js_code: await world.wechat.loginCode(person),
    grant_type: 'authorization_code',
  })
  const origin = process.env['CONTRACT_SIMULATOR'] ?? ''
  const answer = await fetch(`${origin}/sns/jscode2session?${query.toString()}`)
  const { session_key: key } = (await answer.json()) as { session_key: string }
  isA('string', key)
  return { key, profile: await world.wechat.profile(person) }
}
