import { inTurn, onWeb, type WebScene } from '../scene'
import { requireReauthentication } from '../require-reauthentication'
import { open, press, see, seeClass, type } from '../web-steps'
import { PASSWORD, registerOnWeb, saveEmail } from './web-ways'

const toSignIn = press('session-retry')

const toReset = inTurn(toSignIn, press('sign-in-forgot'))

/** The web build: its doors, and the pages only it has. */
export const webScenes: readonly WebScene[] = [
  onWeb('web-home', see('session-retry')),
  onWeb('web-sign-in', toSignIn, see('sign-in-submit')),
  onWeb(
    'web-sign-in-wrong',
    (_, situation) => situation.register('web_wrong'),
    toSignIn,
    type('sign-in-name', 'web_wrong'),
    type('sign-in-password', 'not the sentence'),
    press('sign-in-submit'),
    see('sign-in-failure'),
  ),
  onWeb('web-register', press('session-register'), see('register-submit')),
  onWeb(
    'web-register-rules',
    press('session-register'),
    type('register-password', 'short'),
    press('register-password-show'),
    press('register-submit'),
    seeClass('field-wrong'),
  ),
  onWeb('web-member', registerOnWeb('web_member')),
  onWeb('web-me', registerOnWeb('web_me'), open('pages/me/index'), see('me-account')),
  onWeb(
    'web-account',
    registerOnWeb('web_account'),
    open('pages/member/account/index'),
    see('account-email'),
  ),
  onWeb(
    'web-last-way-in',
    registerOnWeb('web_only'),
    open('pages/member/account/username/index'),
    see('username-last'),
  ),
  onWeb(
    'web-profile',
    registerOnWeb('web_profile'),
    open('pages/member/profile/index'),
    see('profile-avatar'),
  ),
  onWeb(
    'web-password',
    registerOnWeb('web_password'),
    open('pages/member/account/password/index'),
    see('password-new'),
  ),
  onWeb(
    'web-sessions',
    registerOnWeb('web_sessions'),
    (_, { signIn }) => signIn({ username: 'web_sessions', password: PASSWORD }),
    open('pages/member/account/sessions/index'),
    see('sessions-end-others'),
  ),
  onWeb(
    'web-note',
    registerOnWeb('web_note'),
    open('pages/notes/edit/index'),
    type('note-title', 'Lunch'),
    type('note-body', 'Tomatoes and eggs, twice a week.'),
    press('note-save'),
    see('session-name'),
    open('pages/notes/index'),
    press('note-0'),
    see('note-text'),
  ),
  onWeb('web-email-waiting', saveEmail('web_email')),
  onWeb('web-verify', saveEmail('web_verify'), open('pages/web/verify/index'), see('email-code')),
  onWeb(
    'web-reauthentication',
    saveEmail('web_reauthentication'),
    open('pages/member/account/username/index'),
    type('username', 'lin_xiaoman'),
    ({ page }) => requireReauthentication(page),
    press('username-save'),
    see('reauthentication-later'),
  ),
  onWeb(
    'web-reauthentication-wrong',
    saveEmail('web_reauthentication_wrong'),
    open('pages/member/account/username/index'),
    type('username', 'lin_xiaoman'),
    ({ page }) => requireReauthentication(page),
    press('username-save'),
    type('reauthentication-credential', 'not the sentence'),
    press('reauthentication-submit'),
    see('reauthentication-failure'),
  ),
  onWeb('web-reset', toReset, see('reset-submit')),
  onWeb(
    'web-reset-sent',
    toReset,
    type('reset-email', 'lin@example.com'),
    press('reset-submit'),
    see('reset-said'),
  ),
]
