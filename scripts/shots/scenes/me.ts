import type { PhoneScene } from '../scene'
import { becomeMember, goFromMe, introduce, WILLING } from './ways'

/** Me in every state of the session, and the settings beside it. */
export const meScenes: readonly PhoneScene[] = [
  {
    on: 'phone',
    name: 'me-unlinked',
    play: async (preview) => {
      await preview.see('link-continue')
      await preview.click('tab-1')
      await preview.see('me-language')
    },
  },
  {
    on: 'phone',
    name: 'me-member',
    play: async (preview) => {
      await becomeMember(preview)
      await preview.click('tab-1')
      await preview.see('me-profile')
    },
  },
  {
    on: 'phone',
    name: 'me-named',
    settings: WILLING,
    play: async (preview) => {
      await introduce(preview, '林小满')
      await preview.tap('me-phone')
      await preview.tap('phone-bind')
      await preview.see('phone-bound')
      await preview.click('nav-back')
      await preview.see('me-phone', '****')
    },
  },
  {
    on: 'phone',
    name: 'me-signed-out',
    play: async (preview) => {
      await goFromMe(preview, 'sign-out')
      await preview.see('session-retry')
    },
  },
  {
    on: 'phone',
    name: 'me-offline',
    settings: { network: 'offline' },
    play: async (preview) => {
      await preview.see('session-retry')
      await preview.click('tab-1')
      await preview.see('session-retry')
    },
  },
  {
    on: 'phone',
    name: 'me-language',
    play: async (preview) => {
      await goFromMe(preview, 'me-language')
      await preview.see('language-system')
    },
  },
]
