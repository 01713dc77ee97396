import Taro from '@tarojs/taro'
import type { Exchange, Transport } from '../baas/transport'
import type { Upload } from '../baas/upload'
import { wechatError } from '../baas/wechat-errors'

interface Task extends PromiseLike<{ statusCode: number; data: unknown }> {
  abort?: () => void
}

/** The network through Taro, the same on every target: any HTTP status resolves (WeChat rules 1.7). */
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

export const upload: Upload = ({ url, filePath, field, fields, timeoutMs }) =>
  exchangeOf(
    Taro.uploadFile({ url, filePath, name: field, formData: { ...fields }, timeout: timeoutMs }),
  )

const exchangeOf = (task: Task): Exchange => ({
  answer: Promise.resolve(task).then(
    ({ statusCode, data }) => ({ status: statusCode, body: data }),
    (reason: unknown) => {
      throw wechatError(reason)
    },
  ),
  abort: () => task.abort?.(),
})
