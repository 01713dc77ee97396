import type { WechatControl } from '../kit/wechat-control'
import type { PhoneKind, SharedPhone, SharedUser } from './clients'

/** Runs one named step and writes down what came of it. */
export type Step = <T>(name: string, work: () => PromiseLike<T>) => Promise<T | undefined>

export interface FlowContext {
  /** Names people and accounts; the other client has another one. */
  readonly tag: string
  readonly wechat: WechatControl
  readonly phone: (person: string, kind?: Omit<PhoneKind, 'server'>) => SharedPhone
  readonly step: Step
}

/** What of a user is compared. */
export const plain = (user: SharedUser | undefined) => user?.toJSON()

export const password = 'correct horse battery'
