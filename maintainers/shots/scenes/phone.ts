import { click, popup, see, seeClass, tap, type } from '../phone-steps'
import { inTurn, onPhone, type PhoneScene, type PhoneStep } from '../scene'
import { goFromMe, handOver, nextAfter, WILLING } from './ways'

const willing = onPhone({ settings: WILLING })

const openSignIn = inTurn(tap('phone-open'), see('phone-sign-in'))

const openBind = inTurn(goFromMe('me-phone'), see('phone-bind'))

const bind = inTurn(openBind, tap('phone-bind'), see('phone-bound'))

const sendSms = (number: string) =>
  inTurn(type('sms-phone', number), tap('sms-send'), see('sms-submit'))

/** WeChat has this number of theirs, and no other. */
const ownOnly =
  (number: string): PhoneStep =>
  (_, situation) =>
    situation.phones([number])

const SHARED = '13700001111'

/** The number of the person who held the phone before is WeChat's answer for the next person, too. */
const shareWithNext: PhoneStep = (_, { person, phones }) => phones([SHARED], nextAfter(person))

/** A phone number: WeChat's way and the text message, with every answer to them. */
export const phoneScenes: readonly PhoneScene[] = [
  willing('phone-sign-in', openSignIn),
  onPhone()(
    'phone-picker',
    tap('phone-open'),
    click('popup-allow'),
    popup('gone'),
    tap('phone-sign-in'),
    popup('open'),
    ({ page }) => page.waitForSelector('#popup-phone-0'),
  ),
  onPhone({ settings: WILLING, build: 'other-ways' })(
    'phone-countries',
    openSignIn,
    tap('sms-country'),
    see('sms-countries'),
  ),
  willing('phone-bind', openBind),
  willing(
    'phone-denied',
    openSignIn,
    click('answering-refuse'),
    tap('phone-sign-in'),
    see('phone-said'),
  ),
  willing(
    'phone-no-quota',
    openBind,
    (_, situation) => situation.fault({ kind: 'phone-quota', times: 1 }),
    tap('phone-bind'),
    see('phone-said'),
  ),
  onPhone({ settings: { ...WILLING, account: 'personal' } })(
    'phone-no-permission',
    openBind,
    tap('phone-bind'),
    see('phone-said'),
  ),
  willing(
    'phone-overwrite',
    ownOnly('13600001111'),
    bind,
    ownOnly('13600002222'),
    tap('phone-change'),
    tap('phone-bind'),
    see('phone-overwrite'),
  ),
  willing(
    'phone-taken',
    ownOnly(SHARED),
    bind,
    handOver,
    shareWithNext,
    openSignIn,
    tap('phone-sign-in'),
    see('phone-said'),
  ),
  willing('phone-bound', bind),
  willing('phone-sms-code', openBind, sendSms('13500001111')),
  willing(
    'phone-sms-wrong',
    openSignIn,
    sendSms('13500002222'),
    type('sms-code', '000000'),
    tap('sms-submit'),
    seeClass('field-wrong'),
  ),
]
