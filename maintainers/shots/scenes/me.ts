import { click, see, tap } from '../phone-steps'
import { onPhone, type PhoneScene } from '../scene'
import { becomeMember, goFromMe, introduce, WILLING } from './ways'

const phone = onPhone()

/** Me in every state of the session, and the settings beside it. */
export const meScenes: readonly PhoneScene[] = [
  phone('me-unlinked', see('link-continue'), click('tab-1'), see('me-language')),
  phone('me-member', becomeMember, click('tab-1'), see('me-profile')),
  onPhone({ settings: WILLING })(
    'me-named',
    introduce('林小满'),
    tap('me-phone'),
    tap('phone-bind'),
    see('phone-bound'),
    click('nav-back'),
    see('me-phone', '****'),
  ),
  phone('me-signed-out', goFromMe('sign-out'), see('session-retry')),
  onPhone({ settings: { network: 'offline' } })(
    'me-offline',
    see('session-retry'),
    click('tab-1'),
    see('session-retry'),
  ),
  phone('me-language', goFromMe('me-language'), see('language-system')),
]
