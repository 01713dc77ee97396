import Taro from '@tarojs/taro'
import { CODE } from '../baas/errors'
import type { Exchange, Transport } from '../baas/transport'
import type { Upload } from '../baas/upload'
import { normalised } from './normalised'

interface Task extends PromiseLike<{ statusCode: number; data: unknown }> {
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

export const upload: Upload = ({ url, filePath, field, fields, timeoutMs, onProgress }) => {
  const option = { url, filePath, name: field, formData: { ...fields }, timeout: timeoutMs }
  const task = Taro.uploadFile(option)
  task.progress?.(onProgress)
  return exchangeOf(task)
}

const exchangeOf = (task: Task): Exchange => ({
  // A browser says "Failed to fetch" or "Load failed": whatever it was, no answer came (docs/protocol.md 9.38).
  answer: normalised(task, CODE.networkDisconnected).then(({ statusCode, data }) => ({
    status: statusCode,
    body: data,
  })),
  abort: () => task.abort?.(),
})
