import type { MediaVerdict } from '../censor/image-checks'
import { fieldsOf, textOf, type PushFields } from './format'

const SUGGESTIONS = ['pass', 'review', 'risky'] as const

const ofFirstVersion = (event: PushFields): MediaVerdict => {
  const isRisky = textOf(event, 'isrisky')
  if (isRisky === '1' || isRisky === 'true') return 'risky'
  // 4294966288, which is -1008 without its sign: WeChat could not load the picture.
  const isJudged = ['', '0'].includes(textOf(event, 'status_code'))
  return isJudged && (isRisky === '0' || isRisky === 'false') ? 'pass' : 'review'
}

/**
 * The verdict of a `wxa_media_check` push. `result` decides; the strategies in `detail` may differ from it, and the
 * errcode beside it may be missing or -1008 (docs/wechat.md 10.3). Without a result it is the first version's
 * `isrisky`.
 */
export const mediaVerdict = (event: PushFields): MediaVerdict => {
  const result = fieldsOf(event, 'result')
  if (result === null) return ofFirstVersion(event)
  return SUGGESTIONS.find((each) => each === textOf(result, 'suggest')) ?? 'review'
}
