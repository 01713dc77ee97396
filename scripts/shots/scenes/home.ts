import type { PhoneScene } from '../scene'
import { becomeMember, goFromMe, introduce, prove, startLink, WILLING } from './ways'
import { loseRequests } from '../lose-requests'

/** The first screen in every state of the session, and the question in place. */
export const homeScenes: readonly PhoneScene[] = [
  {
    on: 'phone',
    name: 'home-signing-in',
    settings: { network: 'slow' },
    play: (preview) => preview.see('session-state'),
  },
  { on: 'phone', name: 'home-unlinked', play: (preview) => preview.see('link-continue') },
  {
    on: 'phone',
    name: 'home-small-phone',
    settings: { device: 'iphone-se' },
    play: (preview) => preview.see('link-continue'),
  },
  {
    on: 'phone',
    name: 'home-guest',
    play: async (preview) => {
      await goFromMe(preview, 'sign-out')
      await preview.see('session-retry')
      await preview.click('tab-0')
      await preview.see('session-retry')
    },
  },
  {
    on: 'phone',
    name: 'home-offline',
    settings: { network: 'offline' },
    play: (preview) => preview.see('session-retry'),
  },
  {
    on: 'phone',
    name: 'home-server-busy',
    play: async (preview, stage) => {
      await preview.see('link-continue')
      await stage.fault({ kind: 'errcode', errcode: -1 })
      await preview.click('app-relaunch')
      await preview.see('session-retry')
      await stage.fault({ kind: 'clear' })
    },
  },
  { on: 'phone', name: 'home-member', play: becomeMember },
  {
    on: 'phone',
    name: 'home-named',
    settings: WILLING,
    play: async (preview) => {
      await introduce(preview, '林小满')
      await preview.click('tab-0')
      await preview.tap('keep-silent')
      await preview.see('session-name', '林小满')
      await preview.show('session-state')
    },
  },
  {
    on: 'phone',
    name: 'home-half-linked',
    play: async (preview, stage) => {
      const account = await stage.register('half_way')
      await loseRequests(preview.page, 'user-associate')
      await startLink(preview, 'sign-in')
      await prove(preview, account)
      await preview.see('link-finish')
      await preview.click('app-relaunch')
      await preview.see('link-resume')
    },
  },
  {
    on: 'phone',
    name: 'home-gate',
    play: async (preview) => {
      await preview.see('link-continue')
      await preview.tap('keep-silent')
      await preview.see('gate-continue')
    },
  },
]
