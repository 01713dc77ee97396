import { inSeconds } from './clock'
import { type Review, reviewOf } from './content-check'
import type { Suggest } from './faults'
import type { Person } from './people'
import type { Platform } from './platform'

/** What every pushed event begins with. CreateTime in seconds. Guide "消息推送". */
interface Envelope {
  ToUserName: string
  FromUserName: string
  CreateTime: number
  MsgType: 'event'
}

/** A change of what a person has authorised. Reference: authorized_user_information_changes. */
export type AuthorizationChange =
  | { Event: 'user_info_modified' | 'user_authorization_cancellation' }
  | { Event: 'user_authorization_revoke'; RevokeInfo: string }

/** An event WeChat pushes to the server of a mini-program. */
export type PushEvent = Envelope &
  (
    | (AuthorizationChange & { OpenID: string; AppID: string })
    | ({
        Event: 'wxa_media_check'
        appid: string
        trace_id: string
        version: 2
        errcode: 0
        errmsg: 'ok'
      } & Review)
  )

const envelope = ({ derive, clock }: Platform, appid: string): Envelope => ({
  ToUserName: `gh_${derive('username', appid).toString('hex', 0, 6)}`,
  FromUserName: `o${derive('push service', appid).toString('base64url').slice(0, 27)}`,
  CreateTime: inSeconds(clock.now()),
  MsgType: 'event',
})

/** The verdict on a media check, which WeChat pushes after the call. Reference: mediaCheckAsync 2.0. */
export const mediaCheckEvent = (
  platform: Platform,
  appid: string,
  traceId: string,
  suggest: Suggest,
): PushEvent => ({
  ...envelope(platform, appid),
  Event: 'wxa_media_check',
  appid,
  trace_id: traceId,
  version: 2,
  ...reviewOf(suggest),
  errcode: 0,
  errmsg: 'ok',
})

/** Notifies the server of `appid` that `person` has withdrawn data, been cleaned up, or left WeChat. */
export const authorizationEvent = (
  platform: Platform,
  person: Person,
  appid: string,
  change: AuthorizationChange,
): PushEvent => ({
  ...envelope(platform, appid),
  ...change,
  OpenID: platform.identityOf(person, appid).openid,
  AppID: appid,
})
