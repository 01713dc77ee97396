import { WxFailure } from '../call'
import { withoutIdentity } from './identity'

type Data = string | Record<string, unknown> | ArrayBuffer | null | undefined

const isBytes = (data: Data): data is ArrayBuffer =>
  Object.prototype.toString.call(data) === '[object ArrayBuffer]'

const pairs = (data: object) =>
  Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&')

const withQuery = (url: string, data: Data) => {
  if (typeof data !== 'object' || data === null || isBytes(data)) return url
  const query = pairs(data)
  if (query === '') return url
  return `${url}${url.includes('?') ? '&' : '?'}${query}`
}

const headerValue = (headers: Readonly<Record<string, string>>, name: string) =>
  Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]

/**
 * Turns the `data` of wx.request into URL, headers and body as WeChat documents it: GET (and HEAD) data go to the
 * query; otherwise an object is sent as JSON, or as a form when `content-type` says so; the default is JSON.
 */
export const encodeRequest = (
  method: string,
  url: string,
  data: Data,
  header: Readonly<Record<string, unknown>>,
) => {
  const given = withoutIdentity(header)
  const type = headerValue(given, 'content-type')
  const headers = type === undefined ? { ...given, 'content-type': 'application/json' } : given
  if (method === 'GET' || method === 'HEAD') {
    return { url: withQuery(url, data), headers, body: undefined }
  }
  if (data === undefined) return { url, headers, body: undefined }
  if (typeof data === 'string') return { url, headers, body: data }
  if (isBytes(data)) return { url, headers, body: data }
  if (typeof data !== 'object') throw new WxFailure('data should be String, Object or ArrayBuffer')
  const isForm = type?.includes('application/x-www-form-urlencoded') === true
  return { url, headers, body: isForm ? pairs(data ?? {}) : JSON.stringify(data) }
}
