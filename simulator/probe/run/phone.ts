import { setTimeout as delay } from 'node:timers/promises'
import { createPerson, type Device, type LaunchedApp, type Person } from '../../index'
import { answerTo, type Answer } from './table'

/** How long a person looks at WeChat's question before they answer, in milliseconds: longer than what the probe calls at once. */
const LOOK_MS = 600
/** Longer than WeChat leaves requests of a hidden mini-program alone, in milliseconds. */
const AWAY_MS = 5500

/** A person who does what the probe asks, tap by tap. */
export const createProbePerson = (name: string) => {
  const person = createPerson(name)
  const agreeable = { ...person.replies }
  const replies: Readonly<Record<Answer, Partial<typeof agreeable>>> = {
    tap: {},
    allow: {},
    leave: {},
    type: {},
    refuse: { getUserProfile: 'refuse', phoneNumber: { kind: 'refuse' } },
    cancel: { modal: { kind: 'cancel' }, actionSheet: { kind: 'cancel' }, share: 'cancel' },
  }
  const holder: Person = {
    name,
    answer: async (kind, shows) => {
      if (kind === 'getUserProfile') await delay(LOOK_MS)
      return person.answer(kind, shows)
    },
  }
  return {
    holder,
    prepare: (answer: Answer) => {
      person.replies = { ...agreeable, ...replies[answer] }
    },
  }
}

const tap = (app: LaunchedApp) => app.tap('tap')

/** What the person does with the phone itself. */
const ACTIONS: Readonly<Record<Answer, (app: LaunchedApp) => Promise<void>>> = {
  ...{ tap, allow: tap, refuse: tap, cancel: tap },
  type: (app) => app.type('tap', 'abcd', { ms: 20 }),
  /** The request that the tap begins is under way when the person leaves. */
  leave: async (app) => {
    const left = [tap(app), app.hide()]
    await delay(AWAY_MS)
    await Promise.all([...left, app.show()])
  },
}

/** Does what the probe asks for on its page, until it asks no more. */
export const answerTaps = async (
  app: LaunchedApp,
  { prepare }: Pick<ReturnType<typeof createProbePerson>, 'prepare'>,
): Promise<void> => {
  while (app.has('tap-id')) {
    const id = app.text('tap-id')
    const answer = answerTo(id)
    prepare(answer)
    await ACTIONS[answer](app)
    await app.until(() => !app.has('tap-id') || app.text('tap-id') !== id)
  }
}

/** A phone by what a report says of it. Throws for a kind of phone that the simulator does not know. */
export const deviceOf = (
  on: { library: string } & Partial<Record<'platform' | 'wechat' | 'system' | 'language', string>>,
): Partial<Device> => {
  const platforms: readonly string[] = [
    ...['ios', 'android', 'devtools', 'windows', 'mac', 'ohos', 'ohos_pc'],
  ]
  if (on.platform !== undefined && !platforms.includes(on.platform)) {
    throw new Error(
      `The report’s platform is "${on.platform}"; the simulator knows ${platforms.join(', ')}.`,
    )
  }
  const languages: readonly string[] = ['zh_CN', 'zh_TW', 'en']
  return {
    libVersion: on.library,
    ...(on.platform === undefined ? {} : { platform: on.platform as Device['platform'] }),
    ...(on.wechat === undefined ? {} : { wechatVersion: on.wechat }),
    ...(on.system === undefined ? {} : { system: on.system }),
    ...(languages.includes(on.language ?? '')
      ? { language: on.language as Device['language'] }
      : {}),
  }
}
