import { click, lose, see, seeClass, show, tap } from '../phone-steps'
import { onPhone, type PhoneScene } from '../scene'
import { proveNew, startLink } from './link-ways'
import { becomeMember, goFromMe, introduce, WILLING } from './ways'

const phone = onPhone()

/** The first screen in every state of the session, and the question in place. */
export const homeScenes: readonly PhoneScene[] = [
  onPhone({ settings: { network: 'slow' } })('home-signing-in', see('session-state')),
  phone('home-unlinked', see('link-continue')),
  onPhone({ settings: { device: 'iphone-se' } })('home-small-phone', see('link-continue')),
  phone(
    'home-guest',
    goFromMe('sign-out'),
    see('session-retry'),
    click('tab-0'),
    see('session-retry'),
  ),
  onPhone({ settings: { network: 'offline' } })('home-offline', see('session-retry')),
  phone(
    'home-server-busy',
    see('link-continue'),
    (_, situation) => situation.fault({ kind: 'errcode', errcode: -1 }),
    click('app-relaunch'),
    see('session-retry'),
    (_, situation) => situation.fault({ kind: 'clear' }),
  ),
  phone('home-member', becomeMember),
  onPhone({ settings: WILLING })(
    'home-named',
    introduce('林小满'),
    click('tab-0'),
    see('session-name', '林小满'),
    show('session-state'),
  ),
  phone(
    'home-half-linked',
    lose('user-associate'),
    startLink('sign-in'),
    proveNew('half_way'),
    see('link-finish'),
    click('app-relaunch'),
    see('link-resume'),
  ),
  onPhone({ build: 'other-ways' })(
    'home-union-split',
    see('link-continue'),
    (_, situation) => situation.splitAccounts(),
    click('app-relaunch'),
    seeClass('session-guest'),
  ),
  phone(
    'notes-gate',
    see('link-continue'),
    tap('home-notes'),
    tap('note-write'),
    see('gate-continue'),
  ),
]
