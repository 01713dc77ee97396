import { ApiError } from '../errors'
import { WechatRefusal } from '../wechat/errors'

/** Receives what an operator can put right: WeChat refuses the call itself. */
export type Report = (error: WechatRefusal) => void

/** A check that was made, with what WeChat answered, or one that could not be made. */
export type Check<Answer> =
  { readonly kind: 'made'; readonly answer: Answer } | { readonly kind: 'unmade' }

/**
 * Makes a check by `ask`; it is unmade when WeChat cannot be asked: it is down, its quota is used up, or it has not
 * seen the person for two hours (61010). A check that cannot be made is no verdict (docs/wechat.md 10.3). Rejects with
 * the rest.
 */
export const makeCheck = async <Answer>(
  ask: () => Promise<Answer>,
  report: Report,
): Promise<Check<Answer>> => {
  try {
    return { kind: 'made', answer: await ask() }
  } catch (error) {
    if (error instanceof WechatRefusal) report(error)
    else if (!(error instanceof ApiError)) throw error
    return { kind: 'unmade' }
  }
}
