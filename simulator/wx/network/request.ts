import { requireText, settle } from '../call'
import { createExchanges, startExchange, type Exchange, type Wire } from './exchange'
import type { WireResponse } from './network'
import type { WxPorts } from '../ports'
import { identityHeaders } from './identity'
import { encodeRequest } from './request-body'
import { createTask } from './task'

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
    const method = (option.method ?? 'GET').toUpperCase()
    const url = requireText('url', option.url)
    const encoded = encodeRequest(method, url, option.data, option.header ?? {})
    const headers = { ...encoded.headers, ...identityHeaders(ports.device, ports.registration) }
    return exchange('request', { ...encoded, method, headers }, option.timeout)
  }

  const request = (given?: Option | null) => {
    const option = given ?? ({} as Option)
    const running = startExchange(() => send(option))
    const task = createTask(ports, running)
    const answer = async () => {
      const response = await running.response
      const { status: statusCode, headers: header, cookies, body } = response
      task.answered(response, option.enableChunked === true ? { chunk: body } : {})
      return { data: decode(response, option), statusCode, header, cookies }
    }
    settle(ports, 'request', option, answer())
    return { ...task.exposed, ...task.chunks }
  }

  return { request }
}
