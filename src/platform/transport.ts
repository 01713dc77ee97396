import Taro from '@tarojs/taro'
import { CODE } from '../baas/errors'
import type { Exchange, Transport } from '../baas/transport'
import type { Upload } from '../baas/upload'
import { normalised } from './normalised'

interface Answer {
  statusCode: number
  data: unknown
}

interface Task extends PromiseLike<Answer> {
  abort?: () => void
}

/** The network through Taro, the same on every target: any HTTP status resolves (docs/wechat.md 7.2). */
export const transport: Transport = ({ method, url, headers, body, timeoutMs }) =>
  exchangeOf(
    Taro.request<unknown>({
      method,
      url,
      header: { ...headers },
      timeout: timeoutMs,
      ...(body === undefined ? {} : { data: body }),
    }),
  )

/** Uploads through Taro, the same on every target: any HTTP status resolves, and the body is the text as it came. */
export const upload: Upload = ({ url, filePath, field, fields, timeoutMs, onProgress }) => {
  const option = { url, filePath, name: field, formData: { ...fields }, timeout: timeoutMs }
  // Taro has browsers send cookies otherwise, and refuse an answer that is for every site.
  const task = Taro.uploadFile({ ...option, withCredentials: false })
  task.progress?.(onProgress)
  return exchangeOf(task)
}

/** An HTTP answer in a rejection: some platforms send every status from 400 on to `fail`. */
const answerIn = (reason: unknown): Answer | undefined => {
  const { statusCode, status, data } = (reason ?? {}) as Partial<Answer> & { status?: unknown }
  const code = statusCode ?? status
  return typeof code === 'number' && code >= 400 && data !== undefined
    ? { statusCode: code, data }
    : undefined
}

const ofAnyStatus = (task: Task): PromiseLike<Answer> =>
  task.then(null, (reason: unknown) => {
    const answer = answerIn(reason)
    if (answer === undefined) throw reason
    return answer
  })

const exchangeOf = (task: Task): Exchange => ({
  // A browser says "Failed to fetch" or "Load failed": whatever it was, no answer came (docs/protocol.md 9.38).
  answer: normalised(ofAnyStatus(task), CODE.networkDisconnected).then(({ statusCode, data }) => ({
    status: statusCode,
    body: data,
  })),
  abort: () => task.abort?.(),
})
