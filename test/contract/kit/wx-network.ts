import type { Exchange } from './exchange'

type Header = Readonly<Record<string, string>>
type Outcome = Readonly<Record<string, unknown>>

interface Callbacks {
  readonly success?: (result: Outcome) => void
  readonly fail?: (result: { errMsg: string }) => void
  readonly complete?: () => void
}

interface RequestOption extends Callbacks {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Header
}

interface UploadOption extends Callbacks {
  readonly url: string
  readonly filePath: string
  readonly name: string
  readonly formData?: Readonly<Record<string, string>>
  readonly header?: Header
}

/** A file on the phone, as `chooseAvatar` or `chooseMedia` would leave it behind a temporary path. */
export interface PhoneFile {
  readonly bytes: Uint8Array
  readonly mimeType: string
}

/** What the network part of a phone needs, and what it leaves behind. */
export interface NetworkPorts {
  /** Files by temporary path. */
  readonly files: ReadonlyMap<string, PhoneFile>
  /** Receives each exchange, in the order in which the answers came. */
  readonly record: (exchange: Exchange) => void
  /** false: nothing gets through, as in a lift. */
  readonly isOnline: () => boolean
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const lowerCase = (header: Header): Record<string, string> =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), value]))

const withQuery = (url: string, data: unknown): string => {
  const query = new URLSearchParams(Object.entries(data ?? {})).toString()
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

const settle = (name: string, callbacks: Callbacks, work: Promise<Outcome>) => {
  void work
    .then(
      (result) => callbacks.success?.({ ...result, errMsg: `${name}:ok` }),
      (error: unknown) => callbacks.fail?.({ errMsg: `${name}:fail ${String(error)}` }),
    )
    .then(() => callbacks.complete?.())
}

/**
 * `wx.request` and `wx.uploadFile` over real HTTP (docs/wechat.md 7.2, 8.2): every status is a success,
 * a JSON answer is parsed when it parses, an upload's answer stays text.
 */
export const createNetwork = ({ files, record, isOnline }: NetworkPorts) => {
  const send = async (
    url: string,
    method: string,
    headers: Header,
    body: string | FormData | null,
  ) => {
    if (!isOnline()) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    const answer = await fetch(url, { method, headers, body })
    return {
      statusCode: answer.status,
      header: Object.fromEntries(answer.headers),
      text: await answer.text(),
    }
  }

  const note = (url: string, exchange: Omit<Exchange, 'path'>) => {
    const { pathname, search } = new URL(url)
    record({ ...exchange, path: pathname + search })
  }

  const request = (option: RequestOption) => {
    const method = option.method ?? 'GET'
    const hasBody = method !== 'GET'
    const url = hasBody ? option.url : withQuery(option.url, option.data)
    const headers = { 'content-type': 'application/json', ...lowerCase(option.header ?? {}) }
    const json = hasBody ? JSON.stringify(option.data) : null
    const exchange = async () => {
      const { statusCode: status, header, text } = await send(url, method, headers, json)
      const answer = parsed(text)
      note(url, { method, headers, body: json === null ? null : parsed(json), status, answer })
      return { statusCode: status, header, data: answer }
    }
    settle('request', option, exchange())
    return { abort: () => undefined }
  }

  const uploadFile = (option: UploadOption) => {
    const exchange = async () => {
      const file = files.get(option.filePath)
      if (file === undefined) throw new Error(`no file ${option.filePath}`)
      const form = new FormData()
      for (const [name, value] of Object.entries(option.formData ?? {})) form.append(name, value)
      const blob = new Blob([Uint8Array.from(file.bytes)], { type: file.mimeType })
      form.append(option.name, blob, option.filePath.split('/').at(-1))
      const headers = lowerCase(option.header ?? {})
      const { statusCode: status, header, text } = await send(option.url, 'POST', headers, form)
      note(option.url, {
        method: 'POST',
        headers,
        body: { ...option.formData },
        status,
        answer: text,
      })
      return { statusCode: status, header, data: text }
    }
    settle('uploadFile', option, exchange())
    return { abort: () => undefined, onProgressUpdate: () => undefined }
  }

  return { request, uploadFile }
}
