import { click, popup, see, seeClass, tap, type } from '../phone-steps'
import { inTurn, onPhone, type PhoneScene, type PhoneStep } from '../scene'
import { goFromMe, WILLING } from './ways'

const phone = onPhone()
const willing = onPhone({ settings: WILLING })
const old = onPhone({ settings: { library: '2.27.0' } })

const openForm = inTurn(goFromMe('me-profile'), see('profile-save'))

/** Waits until consent is granted: before that, WeChat reviews no nickname and returns no picture. */
const openAndAgree = inTurn(goFromMe('me-profile'), click('popup-allow'), popup('gone'))

const saveName = (nickname: string): PhoneStep =>
  inTurn(type('profile-nickname', nickname), tap('profile-save'))

/** Picture and name: WeChat's questions, its answers, and the form. */
export const profileScenes: readonly PhoneScene[] = [
  phone('profile-privacy', goFromMe('me-profile'), popup('open')),
  onPhone({ build: 'other-ways' })('privacy-own', goFromMe('me-profile'), see('privacy-agree')),
  onPhone({ settings: { answering: 'refuse' } })(
    'profile-without-consent',
    goFromMe('me-profile'),
    see('consent-missing'),
  ),
  willing('profile', openForm),
  onPhone({ settings: { ...WILLING, library: '2.27.0' } })(
    'profile-with-button',
    openForm,
    see('profile-get'),
  ),
  old('profile-consent-old-library', openForm, tap('profile-get'), popup('open')),
  old(
    'profile-refused',
    openForm,
    tap('profile-get'),
    click('popup-refuse'),
    see('profile-get-said'),
  ),
  phone('profile-avatar', openAndAgree, tap('profile-avatar'), popup('open')),
  onPhone({ settings: { verdict: 'fail' } })(
    'profile-rejected',
    openAndAgree,
    saveName('Lin'),
    see('profile-nickname-under'),
    seeClass('field-wrong'),
  ),
  willing(
    'profile-busy',
    openForm,
    click('network-slow'),
    saveName('林小满'),
    seeClass('button-busy'),
  ),
  willing(
    'profile-offline',
    openForm,
    click('network-offline'),
    saveName('林小满'),
    see('profile-failure'),
  ),
  willing(
    'profile-saved',
    openForm,
    tap('profile-avatar'),
    seeClass('avatar-picture'),
    saveName('林小满'),
    see('profile-saved'),
  ),
]
