import type { WebPage } from '../../browser/web-page'
import type { WebScene } from '../scene'

const PASSWORD = 'a sentence that only Lin knows'

const register = async (web: WebPage, name: string) => {
  await web.press('session-register')
  await web.type('register-name', name)
  await web.type('register-password', PASSWORD)
  await web.press('register-submit')
  await web.see('session-name')
}

/** Registers and gives an e-mail address; nobody has opened the letter yet. */
const giveEmail = async (web: WebPage, name: string) => {
  await register(web, name)
  await web.open('pages/member/account/email/index')
  await web.type('email', `${name}@example.com`)
  await web.press('email-save')
  await web.see('email-said')
}

/** The web build: its doors, its own pages, and the pages that letters lead to. */
export const webScenes: readonly WebScene[] = [
  { on: 'web', name: 'web-home', play: (web) => web.see('session-retry') },
  {
    on: 'web',
    name: 'web-sign-in',
    play: async (web) => {
      await web.press('session-retry')
      await web.see('sign-in-submit')
    },
  },
  {
    on: 'web',
    name: 'web-sign-in-wrong',
    play: async (web, stage) => {
      const { username } = await stage.register('web_wrong')
      await web.press('session-retry')
      await web.type('sign-in-name', username)
      await web.type('sign-in-password', 'not the sentence')
      await web.press('sign-in-submit')
      await web.see('sign-in-failure')
    },
  },
  {
    on: 'web',
    name: 'web-register',
    play: async (web) => {
      await web.press('session-register')
      await web.see('register-submit')
    },
  },
  {
    on: 'web',
    name: 'web-register-rules',
    play: async (web) => {
      await web.press('session-register')
      await web.type('register-password', 'short')
      await web.press('register-password-show')
      await web.press('register-submit')
      await web.seeClass('field-wrong')
    },
  },
  { on: 'web', name: 'web-member', play: (web) => register(web, 'web_member') },
  {
    on: 'web',
    name: 'web-me',
    play: async (web) => {
      await register(web, 'web_me')
      await web.open('pages/me/index')
      await web.see('me-account')
    },
  },
  {
    on: 'web',
    name: 'web-account',
    play: async (web) => {
      await register(web, 'web_account')
      await web.open('pages/member/account/index')
      await web.see('account-email')
    },
  },
  {
    on: 'web',
    name: 'web-last-way-in',
    play: async (web) => {
      await register(web, 'web_only')
      await web.open('pages/member/account/username/index')
      await web.see('username-last')
    },
  },
  { on: 'web', name: 'web-email-waiting', play: (web) => giveEmail(web, 'web_email') },
  {
    on: 'web',
    name: 'web-verify',
    play: async (web) => {
      await giveEmail(web, 'web_verify')
      await web.open('pages/web/verify/index')
      await web.see('verify-refresh')
    },
  },
  {
    on: 'web',
    name: 'web-reset',
    play: async (web) => {
      await web.press('session-retry')
      await web.press('sign-in-forgot')
      await web.see('reset-submit')
    },
  },
  {
    on: 'web',
    name: 'web-reset-sent',
    play: async (web) => {
      await web.press('session-retry')
      await web.press('sign-in-forgot')
      await web.type('reset-email', 'lin@example.com')
      await web.press('reset-submit')
      await web.see('reset-said')
    },
  },
  {
    on: 'web',
    name: 'letter-verify',
    play: async (web, stage) => {
      await giveEmail(web, 'letter_verify')
      await web.page.goto(await stage.letterTo('letter_verify@example.com'))
    },
  },
  {
    on: 'web',
    name: 'letter-verified',
    play: async (web, stage) => {
      await giveEmail(web, 'letter_verified')
      await web.page.goto(await stage.letterTo('letter_verified@example.com'))
      await web.page.click('button')
      await web.page.waitForSelector('output:not(:empty)')
    },
  },
  {
    on: 'web',
    name: 'letter-reset',
    play: (web, stage) => web.page.goto(`${stage.serverUrl}/ext/v1/email/reset/#token`),
  },
  {
    on: 'web',
    name: 'letter-reset-expired',
    play: async (web, stage) => {
      await web.page.goto(`${stage.serverUrl}/ext/v1/email/reset/#token`)
      await web.page.type('input', PASSWORD)
      await web.page.click('button')
      await web.page.waitForSelector('output:not(:empty)')
    },
  },
]
