import type { Suggest } from '../../../simulator/index'
import { PUSH_TOKEN, pushQuery } from './push-query'
import { serverForFile } from './server-for-file'

export const PUSH = '/ext/v1/wechat/push/'

/** A server for all tests of the file that calls this, which takes WeChat's pushes, and WeChat's verdicts on contents. */
export const verdictsForFile = () => {
  const { server, hand } = serverForFile({ WECHAT_PUSH_TOKEN: PUSH_TOKEN })
  return {
    server,
    hand,
    /** Lets WeChat judge the next content of this kind so. */
    judgeNext: (suggest: Suggest, api: 'wxa/msg_sec_check' | 'wxa/media_check_async') =>
      server.wechat.platform.faults.inject({
        trouble: { kind: 'verdict', suggest },
        api,
        times: 1,
      }),
    /** Pushes the verdict on a picture to the server, signed as WeChat signs. */
    verdictOn: (traceId: string, suggest: string) =>
      server.call('POST', `${PUSH}?${pushQuery(server.clock.now())}`, {
        body: {
          Event: 'wxa_media_check',
          trace_id: traceId,
          result: { suggest, label: 100 },
          errcode: 0,
        },
      }),
  }
}
