import type { PhoneScene } from '../scene'
import { goFromMe } from './ways'

/** The legal texts, and consent taken back. */
export const legalScenes: readonly PhoneScene[] = [
  {
    on: 'phone',
    name: 'legal-privacy',
    play: async (preview) => {
      await goFromMe(preview, 'me-privacy')
      await preview.see('consent-withdraw')
    },
  },
  {
    on: 'phone',
    name: 'legal-terms',
    play: async (preview) => {
      await goFromMe(preview, 'me-terms')
      await preview.at('pages/legal/terms/index')
    },
  },
  {
    on: 'phone',
    name: 'consent-withdrawn',
    play: async (preview) => {
      await goFromMe(preview, 'me-privacy')
      await preview.tap('consent-withdraw')
      await preview.see('consent-withdrawn')
      await preview.show('consent-withdrawn')
    },
  },
]
