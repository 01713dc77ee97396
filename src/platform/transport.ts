import Taro from '@tarojs/taro'
import { TransportError, type Transport } from '../baas/transport'

/**
 * The network through Taro, the same on every target: any HTTP status resolves (WeChat rules 1.7).
 * What fails without an answer is offline, unless WeChat says it timed out.
 */
export const transport: Transport = async ({ method, url, headers, body, timeoutMs }) => {
  try {
    const { statusCode, data } = await Taro.request<unknown>({
      method,
      url,
      header: { ...headers },
      timeout: timeoutMs,
      ...(body === undefined ? {} : { data: body }),
    })
    return { status: statusCode, body: data }
  } catch (cause) {
    throw new TransportError(/timeout/i.test(errMsgOf(cause)) ? 'timeout' : 'offline', { cause })
  }
}

function errMsgOf(cause: unknown): string {
  if (cause instanceof Error) return cause.message
  const errMsg = (cause as { errMsg?: unknown } | null)?.errMsg
  return typeof errMsg === 'string' ? errMsg : ''
}
