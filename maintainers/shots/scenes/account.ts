import { click, see, seeClass, tap, type } from '../phone-steps'
import { inTurn, onPhone, type PhoneScene, type PhoneStep } from '../scene'
import { goFromMe, WILLING } from './ways'

const phone = onPhone()
const willing = onPhone({ settings: WILLING })

const open = (page: string) => goFromMe('me-account', `account-${page}`)

const submit = (form: string, field: string, text: string): PhoneStep =>
  inTurn(open(form), type(field, text), tap(`${form}-save`))

const takeUsername: PhoneStep = async (preview, situation) => {
  const { username } = await situation.register('first_come')
  await submit('username', 'username', username)(preview, situation)
}

/** The same person comes back with an empty phone: another device. */
const comeBack = inTurn(click('app-delete'), see('session-name'), click('tab-1'))

/** The account: each of its forms, the devices, the export and the end. */
export const accountScenes: readonly PhoneScene[] = [
  willing(
    'account',
    submit('email', 'email', 'lin.xiaoman@example.com'),
    see('email-said'),
    click('nav-back'),
    see('account-email', 'example.com'),
  ),
  phone('account-new', goFromMe('me-account')),
  phone('account-username', submit('username', 'username', 'lin_xiaoman'), see('username-said')),
  phone(
    'account-username-invalid',
    submit('username', 'username', '13800138000'),
    seeClass('field-wrong'),
  ),
  phone('account-username-taken', takeUsername, see('username-said')),
  phone('account-email', open('email')),
  phone(
    'account-email-waiting',
    submit('email', 'email', 'lin@example.com'),
    see('email-said'),
    see('email-code'),
  ),
  phone('account-password', open('password')),
  phone(
    'account-password-short',
    submit('password', 'password-new', 'short'),
    seeClass('field-wrong'),
  ),
  phone(
    'account-password-changed',
    submit('password', 'password-new', 'a first sentence'),
    see('password-said'),
  ),
  phone(
    'account-sessions',
    goFromMe('me-account'),
    comeBack,
    tap('me-account'),
    tap('account-sessions'),
    see('sessions-end-others'),
  ),
  phone(
    'account-sessions-end',
    goFromMe('me-account'),
    comeBack,
    tap('me-account'),
    tap('account-sessions'),
    tap('sessions-end-others'),
    see('sessions-end-others-sure'),
  ),
  phone(
    'account-sessions-offline',
    goFromMe('me-account'),
    click('network-offline'),
    tap('account-sessions'),
    see('sessions-failure'),
  ),
  phone('account-export', open('export'), tap('export-make'), see('export-copy')),
  phone('account-deletion', open('delete')),
  phone('account-deletion-sure', open('delete'), tap('deletion-confirm'), see('deletion-sure')),
  phone(
    'account-deleted',
    open('delete'),
    tap('deletion-confirm'),
    see('deletion-sure'),
    tap('deletion-sure'),
    see('deletion-done'),
  ),
]
