import { asyncApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import { supports } from '../versions'

type Result = Readonly<Record<string, string>> & { errMsg: string }

/** Base library from which a tap is needed, and most messages of one call (typings requestSubscribeMessage). */
const TAP_SINCE = '2.8.2'
const MOST = 5

/** Refusals by their code, in the words of WeChat's table (typings requestSubscribeMessage). */
const REFUSALS = {
  10001: "TmplIds can't be empty",
  10002: 'Request list fail',
  10004: 'Invalid template id',
  20003: 'Templates count out of max bounds',
  20004: 'The main switch is switched off',
}
const refusal = (errCode: keyof typeof REFUSALS) => new WxFailure(REFUSALS[errCode], { errCode })

const checkIds = (ids: unknown): readonly string[] => {
  if (!Array.isArray(ids) || ids.length === 0) throw refusal(10001)
  if (!ids.every((id): id is string => typeof id === 'string')) throw refusal(10004)
  if (ids.length > MOST) throw refusal(20003)
  return [...ids]
}

/**
 * `wx.requestSubscribeMessage` (typings): in a tap, the person is asked which messages they subscribe to. Refusing them
 * is a success too, which says so of each. Every template exists here, and all are of one type.
 */
export const createSubscribe = (ports: WxPorts) => {
  const { person, gesture, network, device } = ports
  return {
    requestSubscribeMessage: asyncApi<WechatMiniprogram.RequestSubscribeMessageOption, Result>(
      ports,
      'requestSubscribeMessage',
      async ({ tmplIds: given }) => {
        if (supports(device.libVersion, TAP_SINCE) && !gesture.active()) {
          throw new WxFailure('can only be invoked by user TAP gesture.')
        }
        const tmplIds = checkIds(given)
        if (network.type() === 'none') throw refusal(10002)
        const reply = await person.answer('subscribe', { tmplIds })
        if (reply === 'off') throw refusal(20004)
        const decisionOn = (id: string) =>
          typeof reply === 'string' ? reply : (reply[id] ?? 'reject')
        return Object.fromEntries(tmplIds.map((id) => [id, decisionOn(id)]))
      },
    ),
  }
}
