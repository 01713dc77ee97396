import { click, lose, see, seeClass, tap } from '../phone-steps'
import { inTurn, onPhone, type PhoneScene, type PhoneStep } from '../scene'
import { prove, proveNew, startLink } from './link-ways'
import { goFromMe, handOver } from './ways'

const phone = onPhone()
const byUnionid = onPhone({ build: 'other-ways' })

const WRONG = { username: 'wrong_password', password: 'not the sentence' }

/** One account from the web, and two people who say it is theirs. */
const twoClaimOne: PhoneStep = async (preview, situation) => {
  const claim = inTurn(startLink('sign-in'), prove(await situation.register('taken_already')))
  await inTurn(claim, see('link-done'), handOver, claim)(preview, situation)
}

/** The link flow: its start, its forms, every conflict, and its end. */
export const linkScenes: readonly PhoneScene[] = [
  phone('link', tap('link-open'), see('link-sign-in')),
  phone('link-sign-in', startLink('sign-in')),
  phone(
    'link-wrong',
    (_, situation) => situation.register(WRONG.username),
    startLink('sign-in'),
    prove(WRONG),
    see('link-failure'),
  ),
  phone(
    'link-busy',
    startLink('sign-in'),
    click('network-slow'),
    proveNew('in_a_moment'),
    seeClass('button-busy'),
  ),
  phone('link-register', startLink('register')),
  phone(
    'link-register-rules',
    startLink('register'),
    prove({ username: '', password: 'short' }),
    seeClass('field-wrong'),
  ),
  phone(
    'link-halfway',
    lose('user-associate'),
    startLink('sign-in'),
    proveNew('half_linked'),
    see('link-failure'),
  ),
  phone('link-account-taken', twoClaimOne, see('link-conflict')),
  phone(
    'link-wechat-taken',
    goFromMe('sign-out'),
    click('tab-0'),
    tap('home-notes'),
    tap('note-write'),
    tap('gate-sign-in'),
    tap('link-sign-in'),
    proveNew('other_account'),
    see('link-conflict'),
  ),
  byUnionid(
    'link-union-taken',
    startLink('register'),
    (_, situation) => situation.visitOtherApp(),
    prove({ username: 'union_taken', password: 'a sentence for two' }),
    see('link-conflict'),
  ),
  byUnionid(
    'link-union-split',
    see('link-continue'),
    (_, situation) => situation.splitAccounts(),
    click('app-relaunch'),
    seeClass('session-guest'),
    tap('link-open'),
    see('link-conflict'),
  ),
  phone('link-done', startLink('sign-in'), proveNew('well_linked'), see('link-done')),
]
