import { click, see, seeClass, tap, type } from '../phone-steps'
import { inTurn, type PhoneStep } from '../scene'

/** The person says yes to WeChat, so that no popup stands in the picture. */
export const WILLING = { answering: 'allow' } as const

/** A person who has let WeChat open an account for them. */
export const becomeMember = inTurn(tap('link-continue'), see('session-name'))

/** A member goes to Me, and from there on through these cells. */
export const goFromMe = (...cells: readonly string[]): PhoneStep =>
  inTurn(becomeMember, click('tab-1'), ...cells.map(tap))

/** A member who has given a picture and a name, back on Me. */
export const introduce = (nickname: string): PhoneStep =>
  inTurn(
    goFromMe('me-profile', 'profile-avatar'),
    seeClass('avatar-picture'),
    type('profile-nickname', nickname),
    tap('profile-save'),
    see('profile-saved'),
    click('nav-back'),
    see('me-profile', nickname),
  )

/** The name of another person, who holds the phone after `person`. */
export const nextAfter = (person: string): string => `${person} II`

/** Hands the phone to someone whom WeChat knows and this app does not. */
export const handOver: PhoneStep = async (preview, { person }) => {
  await preview.page.type('#person-new', nextAfter(person))
  await preview.click('person-hand-over')
  await preview.see('link-continue')
}
