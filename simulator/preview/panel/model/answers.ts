import type { GivenFile, Person, Questions, Replies } from '../../../wx/phone/person'
import type { Settings } from './settings'

/** A question that waits for a click. */
export type OpenQuestion = {
  [K in keyof Questions]: {
    id: number
    kind: K
    shows: Questions[K]['shows']
    reply: (reply: Questions[K]['reply']) => void
  }
}[keyof Questions]

/** How a person who always answers the same answers each question, and the verdict of WeChat's content check. */
const habitOf = (
  answering: Exclude<Settings['answering'], 'ask'>,
  verdict: Settings['verdict'],
  avatar: GivenFile,
): Replies => {
  const allows = answering === 'allow'
  return {
    getUserProfile: allows ? 'allow' : 'refuse',
    privacy: allows ? 'agree' : 'disagree',
    phoneNumber: { kind: answering },
    avatar: allows ? { kind: 'choose', from: 'wechat', file: avatar } : { kind: 'cancel' },
    nicknameReview: verdict,
    share: allows ? 'send' : 'cancel',
    ownPage: 'back',
    authorize: allows ? 'allow' : 'refuse',
    scanCode: allows ? { kind: 'scan', result: 'https://example.com/' } : { kind: 'cancel' },
    chooseLocation: { kind: allows ? 'choose' : 'cancel' },
    chooseAddress: { kind: allows ? 'choose' : 'cancel' },
    subscribe: allows ? 'accept' : 'reject',
    miniProgram: allows ? 'open' : 'cancel',
    payment: { kind: allows ? 'pay' : 'cancel' },
    picker: { kind: allows ? 'keep' : 'cancel' },
    modal: { kind: allows ? 'confirm' : 'cancel' },
    actionSheet: allows ? { kind: 'tap', index: 0 } : { kind: 'cancel' },
  }
}

type Ask = <K extends keyof Questions>(
  kind: K,
  shows: Questions[K]['shows'],
) => Promise<Questions[K]['reply']>

/** A picture the content check does not let through never reaches the app (docs/wechat.md 2.1). */
const checked = (reply: unknown, verdict: Settings['verdict']): unknown => {
  const isPicture = typeof reply === 'object' && reply !== null && 'file' in reply
  return isPicture && verdict !== 'pass' ? { kind: 'unsafe' } : reply
}

/**
 * Creates the person with the phone. What they answer follows the settings of the moment: by a popup, or the same
 * every time.
 */
export const createHolder = (parts: {
  name: string
  settings: () => Settings
  ask: Ask
  drawAvatar: (name: string) => Promise<GivenFile>
}): Person => ({
  name: parts.name,
  answer: async <K extends keyof Questions>(kind: K, shows: Questions[K]['shows']) => {
    const { answering, verdict } = parts.settings()
    if (answering === 'ask' && kind !== 'nicknameReview') {
      return checked(await parts.ask(kind, shows), verdict) as Questions[K]['reply']
    }
    const habit = habitOf(
      answering === 'ask' ? 'allow' : answering,
      verdict,
      await parts.drawAvatar(parts.name),
    )
    return checked(habit[kind], verdict) as Questions[K]['reply']
  },
})
