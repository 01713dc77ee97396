import type { RunningApp } from '../../../host/core/running-app'
import type { LaunchOptions } from '../../../host/launch'
import { createNetwork } from '../../../wx/network/network'
import { createPerson, type Replies } from '../../../wx/phone/person'
import { errorsOf, logOf, onePage, type Sources } from '../bundle'

/** One mistake that docs/wechat.md describes: the same small app with it and without it. */
export interface Trap {
  /** The section of docs/wechat.md that describes it. */
  section: string
  trapped: Sources
  mended: Sources
  /** On which phone, in whose hands; a common one in alice's when left out. */
  on?: () => Partial<LaunchOptions>
  /** What a person does after the launch. */
  play: (app: RunningApp) => Promise<void>
  /** Whether it can be seen that someone fell in. */
  shows: (app: RunningApp) => boolean
}

/** A button that the page's `go` answers. */
export const BUTTON = '<button id="go" bindtap="go">go</button>'

/** A mini-program of one page with these members. */
export const page = (members: string, template = BUTTON, app = 'App({})'): Sources => ({
  ...onePage(`Page({ ${members} })`, template),
  'app.js': app,
})
/** The person taps the button. */
export const go = (app: RunningApp) => app.tap('go')
/** The person only looks. */
export const look = async () => undefined
/** It shows by a line in the console. */
export const logs = (line: string) => (app: RunningApp) => logOf(app).includes(line)
/** It shows by a line that never comes. */
export const lacks = (line: string) => (app: RunningApp) => !logOf(app).includes(line)
/** It shows by an error nothing caught. */
export const fails = (app: RunningApp) => errorsOf(app).length > 0
/** What was called of `wx`, in order. */
export const called = (app: RunningApp) => app.calls.map(({ name }) => name)
/** A phone in the hands of someone who answers like this. */
export const asked = (replies: Partial<Replies>) => () => ({
  person: createPerson('alice', replies),
})

/** A backend that knows no one without a token, and answers every upload with a page of HTML. */
export const backend = () => ({
  network: {
    ...createNetwork(),
    send: async ({ headers, method }: { headers: object; method: string }) => ({
      status: method === 'POST' ? 413 : 'token' in headers ? 200 : 401,
      headers: {},
      cookies: [],
      body: new TextEncoder().encode('<html>').buffer as ArrayBuffer,
    }),
  },
})

/** A call of getUserProfile that logs why it failed. */
export const ASK = "wx.getUserProfile({ desc: 'd', fail: ({ errMsg }) => console.log(errMsg) })"

/** An app that signs in at launch, and lets pages wait for it. */
export const LAUNCH =
  'App({ onLaunch() { this.ready = new Promise((done) => wx.login({ success: done })) } })'
/** A request with these headers that logs the status. */
export const request = (token: string) =>
  `wx.request({ url: 'https://a.example/me', header: ${token}, success: ({ statusCode }) => console.log(statusCode) })`

/** An app that asks for consent twice and shows a popup of its own by `listener`; `asking` holds what waits. */
export const consent = (listener: string, members = '') =>
  page(
    `${members} go() { for (const n of [1, 2]) wx.requirePrivacyAuthorize({ success: () => console.log('agreed', n) }) },
     agree() { for (const resolve of asking.splice(0)) resolve({ event: 'agree', buttonId: 'yes' }) }`,
    `${BUTTON}<button id="yes" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="agree" />`,
    `globalThis.asking = []; wx.onNeedPrivacyAuthorization(${listener}); App({})`,
  )
/** A listener that keeps every call that waits. */
export const QUEUE = '(resolve) => { asking.push(resolve) }'
/** The person does what needs consent, and then agrees in the app's own popup. */
export const goAndAgree = async (app: RunningApp) => {
  await app.tap('go')
  await app.tap('yes')
}

/** A page that takes an answer of the phone button for a refusal when `test` holds. */
export const denial = (test: string) =>
  page(
    `heard({ detail: { errMsg, errno } }) { console.log(${test} ? 'refused' : 'unknown') }`,
    '<button id="go" open-type="getPhoneNumber" bindgetphonenumber="heard" />',
  )
/** It shows by an answer the page could make nothing of. */
export const unknown = logs('unknown')

/** A page with the avatar button. */
export const avatar = (members: string) =>
  page(
    members,
    '<button id="go" open-type="chooseAvatar" bindtap="tap" bindchooseavatar="chosen" />',
  )
/** A page that uploads the chosen avatar and reads the answer like this. */
export const upload = (success: string) =>
  avatar(`chosen({ detail }) { wx.uploadFile({ url: 'https://a.example/', name: 'f', filePath: detail.avatarUrl,
    success({ statusCode, data }) { ${success} } }) }`)
/** A picture from the album, which covers the page while it is chosen. */
export const album = {
  avatar: { kind: 'choose', from: 'album', file: { bytes: new ArrayBuffer(1), type: 'image/png' } },
} as const

/** A form with a nickname, on a phone that has agreed to the privacy guide. */
export const nickname = (members: string) =>
  page(
    `onLoad() { wx.requirePrivacyAuthorize({}) }, ${members}`,
    `<form bindsubmit="submit">
       <input id="nick" name="nick" type="nickname" bindblur="blur" />
       <button id="go" form-type="submit" />
     </form>`,
  )
/** The person types a name and submits it. */
export const typeAndGo = async (app: RunningApp) => {
  await app.input('nick', '坏名字')
  await app.tap('go')
}
