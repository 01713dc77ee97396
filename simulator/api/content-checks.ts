import type { FastifyInstance, FastifyRequest } from 'fastify'
import { reviewOf, suggestFor } from '../platform/content-check'
import type { Platform } from '../platform/platform'
import { mediaCheckEvent } from '../platform/push-events'
import { endpoint } from './endpoint'
import { type ErrorCode, OK } from './errors'
import { type Parameters, appOf, bodyOf } from './parameters'
import type { Pusher } from './pusher'

const TWO_HOURS_MS = 2 * 60 * 60 * 1000
const MAX_LENGTH = 2500

interface Checkable {
  appid: string
  openid: string
  body: Parameters
}

/** What text and media checks have in common: version 2, a scene from 1 to 4, and an openid that was here lately. */
const checkable = (platform: Platform, request: FastifyRequest): Checkable | ErrorCode => {
  const appid = appOf(platform, request)
  if (typeof appid === 'number') return appid
  const body = bodyOf(request)
  if (typeof body === 'number') return body
  if (body.value('version') !== 2) return 47001
  if (![1, 2, 3, 4].some((scene) => scene === body.value('scene'))) return 40129
  const openid = body.text('openid')
  const person = platform.personOf(openid, appid)
  if (person === undefined) return 40003
  const visit = platform.lastVisitOf(person) ?? -Infinity
  return platform.clock.now() - visit > TWO_HOURS_MS ? 61010 : { appid, openid, body }
}

const isMedia = ({ text, value }: Parameters) =>
  URL.canParse(text('media_url')) && (value('media_type') === 1 || value('media_type') === 2)

/**
 * `POST wxa/msg_sec_check` → verdict at once; `POST wxa/media_check_async` → trace_id, and the verdict as
 * a push `wxa_media_check`. Both version 2. References: msgSecCheck, mediaCheckAsync.
 */
export const contentChecks =
  (platform: Platform, pusher: Pusher) =>
  async (app: FastifyInstance): Promise<void> => {
    endpoint(app, platform, 'POST', 'wxa/msg_sec_check', (request) => {
      const check = checkable(platform, request)
      if (typeof check === 'number') return check
      const content = check.body.text('content')
      if (content === '') return 44002
      if (content.length > MAX_LENGTH) return 45002
      const texts = ['content', 'nickname', 'title', 'signature'].map(check.body.text)
      const suggest = platform.faults.verdict('wxa/msg_sec_check') ?? suggestFor(texts.join('\n'))
      return { ...OK, ...reviewOf(suggest), trace_id: platform.requestId() }
    })

    endpoint(app, platform, 'POST', 'wxa/media_check_async', (request) => {
      const check = checkable(platform, request)
      if (typeof check === 'number') return check
      if (!isMedia(check.body)) return 47001
      const traceId = platform.requestId()
      const suggest = platform.faults.verdict('wxa/media_check_async') ?? 'pass'
      pusher.pushLater(mediaCheckEvent(platform, check.appid, traceId, suggest))
      return { ...OK, trace_id: traceId }
    })
  }
