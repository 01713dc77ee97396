import { ApiError } from '../errors'
import { WechatRefusal } from '../wechat/errors'

/** Receives what an operator can put right: WeChat refuses the call itself. */
export type Report = (error: WechatRefusal) => void

/**
 * What WeChat answers to `ask`; 'unmade' when it cannot be asked: it is down, its quota is used up, or it has not seen
 * the person for two hours (61010). A check that cannot be made is no verdict (docs/wechat.md 10.3). Rejects with
 * the rest.
 */
export const attempt = async <T>(ask: () => Promise<T>, report: Report): Promise<T | 'unmade'> => {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof WechatRefusal) report(error)
    else if (!(error instanceof ApiError)) throw error
    return 'unmade'
  }
}
