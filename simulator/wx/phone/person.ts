import { blankPicture } from './blank-picture'
import type { CodeType } from './code-type'
import type { PickerSheet } from './picker-sheet'
import type { Address, Place } from './place'
import type { ShareCard } from '../account/share-card'

/** A file the person chooses: its bytes and what they are. */
export interface GivenFile {
  bytes: ArrayBuffer
  type: 'image/png' | 'image/jpeg'
}

/** A button of a modal: its text and a CSS colour. */
interface ModalButton {
  text: string
  color: string
}

/** Which scopes are granted, by name. */
type Granted = Readonly<Record<string, boolean>>

/** What becomes of a subscription; `ban` and `filter` are WeChat's doing (typings requestSubscribeMessage). */
type Subscription = 'accept' | 'reject' | 'ban' | 'filter'

/**
 * Everything WeChat asks the person who holds the phone: what the question shows and what can be answered.
 * A test answers by script, the preview by popups.
 */
export interface Questions {
  getUserProfile: { shows: { desc: string }; reply: 'allow' | 'refuse' }
  /** The popup WeChat shows itself when no listener is registered. */
  privacy: { shows: { referrer: string }; reply: 'agree' | 'disagree' }
  phoneNumber: {
    shows: { check: 'quick' | 'realtime' }
    reply: { kind: 'allow'; phone?: string } | { kind: 'refuse' } | { kind: 'cancel' }
  }
  /**
   * A picture: for an avatar that of WeChat is offered, too. `unsafe`: an avatar fails WeChat's content check.
   * Album and camera cover the page while they are open.
   */
  avatar: {
    shows: { offers: 'avatar' | 'picture' }
    reply:
      | { kind: 'choose'; from: 'wechat' | 'album' | 'camera'; file: GivenFile }
      | { kind: 'cancel' }
      | { kind: 'unsafe' }
  }
  /** A card for a friend (open-type="share", or WeChat's menu). */
  share: { shows: ShareCard; reply: 'send' | 'cancel' }
  /**
   * A page of WeChat's own lies over the mini-program until the person goes back. That of settings shows the scopes that
   * were asked for, if any, and which of them are granted; the person may change them. Another mini-program, or the list of
   * them after this one was exited, counts as such a page.
   */
  ownPage: {
    shows: {
      page: 'contact' | 'openSetting' | 'feedback' | 'map' | 'miniProgram' | 'exited'
      authSetting?: Granted
    }
    reply: 'back' | { authSetting: Granted }
  }
  /** A permission, by its scope (`scope.userLocation`), and what app.json says it is for. It is asked for once. */
  authorize: { shows: { scope: string; desc: string }; reply: 'allow' | 'refuse' }
  /** WeChat's scanner: the code that is held before it. `path` is that of a code of this mini-program. */
  scanCode: {
    shows: { scanType: readonly string[]; onlyFromCamera: boolean }
    reply: { kind: 'scan'; result: string; codeType?: CodeType; path?: string } | { kind: 'cancel' }
  }
  /** A place on WeChat's map, which opens there; what is left out is that place. */
  chooseLocation: {
    shows: { latitude: number; longitude: number }
    reply: { kind: 'choose'; place?: Partial<Place> } | { kind: 'cancel' }
  }
  /** One of the person's addresses; what is left out is the same for every person. */
  chooseAddress: {
    shows: { offers: 'address' }
    reply: { kind: 'choose'; address?: Partial<Address> } | { kind: 'cancel' }
  }
  /**
   * Messages to subscribe to: all alike, or one by one, where the others are refused; `off`: the person has turned off
   * all messages of the mini-program.
   */
  subscribe: {
    shows: { tmplIds: readonly string[] }
    reply: Subscription | 'off' | Readonly<Record<string, Subscription>>
  }
  /** Another mini-program is to be opened, by its AppID or its link. */
  miniProgram: { shows: { target: string; path: string }; reply: 'open' | 'cancel' }
  /** An order is to be paid: `prepay_id=…`. `fail` is what WeChat Pay says instead. */
  payment: {
    shows: { package: string }
    reply: { kind: 'pay' } | { kind: 'cancel' } | { kind: 'fail'; detail: string }
  }
  /** A picker was tapped. `keep` confirms the wheels as they stand; `choose` puts them where `at` says, left to right. */
  picker: {
    shows: PickerSheet
    reply: { kind: 'keep' } | { kind: 'choose'; at: readonly number[] } | { kind: 'cancel' }
  }
  /** Answered by WeChat's content check instead of the person, some time after the input lost focus. */
  nicknameReview: { shows: { nickname: string }; reply: 'pass' | 'fail' | 'timeout' }
  modal: {
    /** Editable: an input that begins with `content`, empty with `placeholder`. Without `cancel` there is one button. */
    shows: {
      title: string
      content: string
      editable: boolean
      placeholder: string
      confirm: ModalButton
      cancel: ModalButton | null
    }
    reply: { kind: 'confirm'; content?: string } | { kind: 'cancel' }
  }
  actionSheet: {
    /** `alertText` stands above the items; empty for none. */
    shows: { itemList: readonly string[]; itemColor: string; alertText: string }
    reply: { kind: 'tap'; index: number } | { kind: 'cancel' }
  }
}

/** One question that was asked. */
type Asked = {
  [K in keyof Questions]: { kind: K; shows: Questions[K]['shows'] }
}[keyof Questions]

/** The person with the phone. */
export interface Person {
  /** A free-form name, by which the simulator knows them from the first call on. */
  name: string
  /** Resolves with the answer to a question, when the person answers. */
  answer: <K extends keyof Questions>(
    kind: K,
    shows: Questions[K]['shows'],
  ) => Promise<Questions[K]['reply']>
}

/** Replies by question. */
export type Replies = { [K in keyof Questions]: Questions[K]['reply'] }

/** A person who answers by script at once, and remembers what was asked. Change `replies` at any time. */
export interface ScriptedPerson extends Person {
  replies: Replies
  asked: Asked[]
}

const AGREEABLE: Replies = {
  getUserProfile: 'allow',
  privacy: 'agree',
  phoneNumber: { kind: 'allow' },
  avatar: { kind: 'choose', from: 'wechat', file: blankPicture() },
  nicknameReview: 'pass',
  share: 'send',
  ownPage: 'back',
  authorize: 'allow',
  scanCode: { kind: 'scan', result: 'https://example.com/' },
  chooseLocation: { kind: 'choose' },
  chooseAddress: { kind: 'choose' },
  subscribe: 'accept',
  miniProgram: 'open',
  payment: { kind: 'pay' },
  picker: { kind: 'keep' },
  modal: { kind: 'confirm' },
  actionSheet: { kind: 'tap', index: 0 },
}

/** Creates a person who agrees to everything except what `replies` says. */
export const createPerson = (name: string, replies: Partial<Replies> = {}): ScriptedPerson => {
  const person: ScriptedPerson = {
    name,
    replies: { ...AGREEABLE, ...replies },
    asked: [],
    answer: async (kind, shows) => {
      person.asked.push({ kind, shows } as Asked)
      return person.replies[kind]
    },
  }
  return person
}
