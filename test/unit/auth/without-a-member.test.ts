import { notePhoneAnswer } from '../../../src/auth/observe'
import { createTimeline } from '../../../src/auth/timeline'
import { BaasError } from '../../../src/baas/errors'
import { refused, settle } from '../../kit/fake-backend'
import { fakeClock } from '../../kit/fake-clock'
import { launchedWith, makeAuth, pageCall } from '../../kit/make-auth'
import { phoneEvent } from '../../kit/wx-auth'

describe('a member call without a member', () => {
  it('needs the network where that is what was missing at launch: 600', async () => {
    const { auth, network } = makeAuth()
    const launched = auth.launch()
    await settle()
    network.fail(new BaasError(600))
    await launched
    await expect(auth.request(pageCall())).rejects.toMatchObject({ code: 600 })
  })

  it.each([404, 403, 500])('needs a sign-in after a launch that met %i: 604', async (status) => {
    const { auth } = await launchedWith(refused(status))
    await expect(auth.request(pageCall())).rejects.toMatchObject({ code: 604 })
  })
})

it('a sign-in that is overtaken while wx.login runs sends nothing', async () => {
  let give: (code: string) => void = () => undefined
  const loginCode = () => new Promise<string>((resolve) => (give = resolve))
  const made = makeAuth({ wechat: { loginCode, libVersion: () => '3.8.12' } })
  const signedIn = made.auth.signIn({ by: 'wechat', createUser: true, withUnionID: false })
  await settle()
  void made.auth.signOut()
  give('code')
  await expect(signedIn).rejects.toMatchObject({ code: 499 })
  expect(made.network.requests).toEqual([])
})

it('what the phone button said is noted, a code alone as a number', () => {
  const timeline = createTimeline(fakeClock())
  notePhoneAnswer(timeline, { errMsg: 'getPhoneNumber:fail user deny' })
  notePhoneAnswer(timeline, phoneEvent.detail)
  notePhoneAnswer(timeline, { code: 'a-code', errMsg: 'getPhoneNumber:ok' })
  expect(timeline.events()).toMatchObject([
    { api: 'getPhoneNumber', outcome: 603 },
    { api: 'getPhoneNumber', outcome: 0 },
    { api: 'getPhoneNumber', outcome: 0 },
  ])
})
