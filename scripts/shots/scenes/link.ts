import type { PhoneScene } from '../scene'
import { loseRequests } from '../lose-requests'
import { goFromMe, prove, startLink } from './ways'

/** The link flow: its start, its forms, every conflict, and its end. */
export const linkScenes: readonly PhoneScene[] = [
  {
    on: 'phone',
    name: 'link',
    play: async (preview) => {
      await preview.tap('link-open')
      await preview.see('link-sign-in')
    },
  },
  { on: 'phone', name: 'link-sign-in', play: (preview) => startLink(preview, 'sign-in') },
  {
    on: 'phone',
    name: 'link-wrong',
    play: async (preview, stage) => {
      const { username } = await stage.register('wrong_password')
      await startLink(preview, 'sign-in')
      await prove(preview, { username, password: 'not the sentence' })
      await preview.see('link-failure')
    },
  },
  {
    on: 'phone',
    name: 'link-busy',
    play: async (preview, stage) => {
      const account = await stage.register('in_a_moment')
      await startLink(preview, 'sign-in')
      await preview.click('network-slow')
      await prove(preview, account)
      await preview.seeClass('button-busy')
    },
  },
  {
    on: 'phone',
    name: 'link-register',
    play: (preview) => startLink(preview, 'register'),
  },
  {
    on: 'phone',
    name: 'link-register-rules',
    play: async (preview) => {
      await startLink(preview, 'register')
      await prove(preview, { username: '', password: 'short' })
      await preview.seeClass('field-wrong')
    },
  },
  {
    on: 'phone',
    name: 'link-halfway',
    play: async (preview, stage) => {
      const account = await stage.register('half_linked')
      await loseRequests(preview.page, 'user-associate')
      await startLink(preview, 'sign-in')
      await prove(preview, account)
      await preview.see('link-failure')
    },
  },
  {
    on: 'phone',
    name: 'link-account-taken',
    play: async (preview, stage) => {
      const account = await stage.register('taken_already')
      await startLink(preview, 'sign-in')
      await prove(preview, account)
      await preview.see('link-done')
      await preview.page.type('#person-new', `${stage.person} II`)
      await preview.click('person-hand-over')
      await preview.see('link-continue')
      await startLink(preview, 'sign-in')
      await prove(preview, account)
      await preview.see('link-conflict')
    },
  },
  {
    on: 'phone',
    name: 'link-wechat-taken',
    play: async (preview, stage) => {
      const account = await stage.register('other_account')
      await goFromMe(preview, 'sign-out')
      await preview.click('tab-0')
      await preview.tap('keep-silent')
      await preview.tap('gate-sign-in')
      await preview.tap('link-sign-in')
      await prove(preview, account)
      await preview.see('link-conflict')
    },
  },
  {
    on: 'phone',
    name: 'link-done',
    play: async (preview, stage) => {
      const account = await stage.register('well_linked')
      await startLink(preview, 'sign-in')
      await prove(preview, account)
      await preview.see('link-done')
    },
  },
]
