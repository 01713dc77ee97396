import { settle } from '../call'
import { createExchanges, type Exchange, type Wire } from './exchange'
import type { WireResponse } from './network'
import type { WxPorts } from '../ports'
import { identityHeaders } from './identity'
import { encodeRequest } from './request-body'

type Option = WechatMiniprogram.RequestOption

const decode = ({ body }: WireResponse, { dataType, responseType }: Option) => {
  if (responseType === 'arraybuffer') return body
  const text = new TextDecoder().decode(body)
  if ((dataType ?? 'json') !== 'json') return text
  try {
    return JSON.parse(text) as object
  } catch {
    return text
  }
}

/**
 * `wx.request`: ten in flight, 60 s by default, every HTTP status is a success, JSON parsed when it parses
 * (docs/wechat.md 7.2, 8.2; typings RequestOption). It returns a task, never a promise.
 */
export const createRequest = (ports: WxPorts, wire: Wire) => {
  const exchange = createExchanges(ports, wire)

  const send = (option: Option): Exchange => {
    const method = option.method ?? 'GET'
    const encoded = encodeRequest(method, option.url, option.data, option.header ?? {})
    const headers = { ...encoded.headers, ...identityHeaders(ports.device, ports.registration) }
    return exchange({ ...encoded, method, headers }, option.timeout)
  }

  const start = (option: Option): Exchange => {
    try {
      return send(option)
    } catch (refusal) {
      return { response: Promise.reject(refusal as Error), abort: () => undefined }
    }
  }

  const request = (option: Option) => {
    const running = start(option)
    const headerListeners = new Set<(result: object) => void>()
    const answer = async () => {
      const response = await running.response
      const { status: statusCode, headers: header, cookies } = response
      for (const listener of headerListeners) listener(ports.adopt({ statusCode, header, cookies }))
      return { data: decode(response, option), statusCode, header, cookies }
    }
    settle(ports, 'request', option, answer())
    return {
      abort: running.abort,
      onHeadersReceived: (listener: (result: object) => void) => void headerListeners.add(listener),
      offHeadersReceived: (listener: (result: object) => void) =>
        void headerListeners.delete(listener),
    }
  }

  return { request }
}
