import { click, see, show, tap } from '../phone-steps'
import { onPhone, type PhoneScene } from '../scene'
import { goFromMe } from './ways'

const phone = onPhone()

/** The legal texts, and consent taken back. */
export const legalScenes: readonly PhoneScene[] = [
  phone('legal-privacy', goFromMe('me-privacy'), see('consent-withdraw')),
  phone('legal-terms', goFromMe('me-terms'), ({ at }) => at('pages/legal/terms/index')),
  phone(
    'consent-withdrawn',
    goFromMe('me-privacy'),
    tap('consent-withdraw'),
    see('consent-withdraw-sure'),
    tap('consent-withdraw-sure'),
    see('consent-withdrawn'),
    show('consent-withdrawn'),
  ),
  phone(
    'profile-withdrawn',
    goFromMe('me-privacy'),
    tap('consent-withdraw'),
    see('consent-withdraw-sure'),
    tap('consent-withdraw-sure'),
    see('consent-withdrawn'),
    click('nav-back'),
    tap('me-profile'),
    see('consent-agree'),
  ),
]
