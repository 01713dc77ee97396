import { accountTexts } from '../../src/i18n/account'
import { failureTexts } from '../../src/i18n/failure'
import { refusalTexts } from '../../src/i18n/refusals'
import { sessionTexts } from '../../src/i18n/session'
import { createNetwork, type Network, type RunningApp } from '../../simulator/index'
import { droppingAnswers } from './kit/dropping-answers'
import { useWorld } from './kit/use-world'

const failures = failureTexts['zh-CN']
const OFFLINE = failures.offline
const refusals = refusalTexts['zh-CN']
const sessions = sessionTexts['zh-CN']
const accounts = accountTexts['zh-CN']

const world = useWorld()

const member = async (person: string, network: Network) => {
  const app = await world.open(person, { network })
  await app.tap('link-continue')
  await app.tapTab('pages/me/index')
  return app
}

interface Step {
  readonly what: string
  readonly open: (app: RunningApp) => Promise<void>
  readonly act: (app: RunningApp) => Promise<void>
  /** Where the failure is said. */
  readonly said: string
  readonly isDone: (app: RunningApp) => boolean
  /** What the URL of the request has in it whose answer may be lost. */
  readonly url: string
  /** What another tap comes to once the answer was lost; the same when left out. */
  readonly afterLost?: (app: RunningApp) => Promise<void>
}

const account = (cell: string) => async (app: RunningApp) => {
  await app.tap('me-account')
  await app.tap(cell)
}
const note = async (app: RunningApp) => {
  await app.tapTab('pages/home/index')
  await app.tap('home-notes')
  await app.tap('note-write')
  await app.input('note-title', 'Groceries')
}
const savedNote = async (app: RunningApp) => {
  await note(app)
  await app.tap('note-save')
  await app.tap('note-0')
}
const tap = (id: string) => (app: RunningApp) => app.tap(id)

const STEPS: readonly Step[] = [
  {
    what: 'binding the number of WeChat',
    open: (app) => app.tap('me-phone'),
    act: tap('phone-bind'),
    said: 'phone-failure',
    isDone: (app) => app.has('phone-bound'),
    url: 'phone-verification',
  },
  {
    what: 'asking for a code by text message',
    open: async (app) => {
      await app.tap('me-phone')
      await app.input('sms-phone', '13600000091')
    },
    act: (app) => app.tap(app.has('sms-code') ? 'sms-again' : 'sms-send'),
    said: 'sms-failure',
    isDone: (app) => app.has('sms-code'),
    url: 'sms-verification-code',
    // The first was sent: its code can be typed.
    afterLost: async (app) => {
      expect(app.text('sms-failure')).toBe(failures.rateLimited)
      expect(app.has('sms-code')).toBe(true)
    },
  },
  {
    what: 'setting a username',
    open: async (app) => {
      await account('account-username')(app)
      await app.input('username', `off_${Math.random().toString(36).slice(2)}`)
    },
    act: tap('username-save'),
    said: 'username-said',
    isDone: (app) => app.text('username-said').includes('已保存'),
    url: 'user/account',
  },
  {
    what: 'setting an e-mail address',
    open: async (app) => {
      await account('account-email')(app)
      await app.input('email', 'offline@example.com')
    },
    act: tap('email-save'),
    said: 'email-said',
    isDone: (app) => app.text('email-said') === accounts.emailSent,
    url: 'user/account',
  },
  {
    what: 'setting a password',
    open: async (app) => {
      await account('account-password')(app)
      await app.input('password-new', 'a sentence for the train')
    },
    act: tap('password-save'),
    said: 'password-said',
    isDone: (app) => app.text('password-said') === accounts.passwordChanged,
    url: 'user/account',
    // It is set, and asked for now.
    afterLost: async (app) => {
      expect(app.text('password-said')).toBe(refusals.password_wrong)
      await app.input('password-old', 'a sentence for the train')
      await app.tap('password-save')
      expect(app.text('password-said')).toBe(accounts.passwordChanged)
    },
  },
  {
    what: 'exporting the account',
    open: account('account-export'),
    act: tap('export-make'),
    said: 'export-said',
    isDone: (app) => app.has('export-copy'),
    url: 'export',
  },
  {
    what: 'deleting the account',
    open: account('account-delete'),
    act: async (app) => {
      await app.tap('deletion-confirm')
      await app.tap('deletion-sure')
    },
    said: 'deletion-failure',
    isDone: (app) => app.has('deletion-done'),
    url: 'account/delete',
    afterLost: async (app) => expect(app.text('session-state')).toBe(sessions.unlinked),
  },
  {
    what: 'saving a note',
    open: note,
    act: tap('note-save'),
    said: 'note-failure',
    isDone: (app) => app.page() === 'pages/notes/index' && app.text('note-0') === 'Groceries',
    url: '/notes/',
  },
  {
    what: 'deleting a note',
    open: savedNote,
    act: tap('note-delete'),
    said: 'note-delete-failure',
    isDone: (app) => app.has('note-removed'),
    url: '/notes/',
  },
  {
    what: 'sharing a note',
    open: savedNote,
    act: tap('note-share-on'),
    said: 'note-share-failure',
    isDone: (app) => app.has('note-share-off'),
    url: '/notes/',
  },
]
const steps = STEPS.map((step, place) => [step.what, step, place] as const)

describe('a step without a network, in the built bundle', () => {
  it.each(steps)(
    'the step "%s" says that there is no network, and is done by another tap with one',
    async (_what, { open, act, said, isDone }, place) => {
      const network = createNetwork(world.hosts)
      const app = await member(`off-before-${place}`, network)
      await open(app)
      network.switchTo('none')
      await act(app)
      expect(app.text(said)).toContain(OFFLINE)
      network.switchTo('wifi')
      await act(app)
      expect(isDone(app)).toBe(true)
    },
  )

  it.each(steps)(
    'the step "%s" is no dead end when only its answer was lost',
    async (_what, { open, act, said, isDone, url, afterLost }, place) => {
      const network = droppingAnswers(world.hosts)
      const app = await member(`off-after-${place}`, network)
      await open(app)
      network.dropping = url
      await act(app)
      expect(app.text(said)).toContain(OFFLINE)
      network.dropping = null
      await act(app)
      if (afterLost === undefined) expect(isDone(app)).toBe(true)
      else await afterLost(app)
    },
  )
})
