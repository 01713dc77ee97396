import { settle, WxFailure } from '../call'
import { identityHeaders, withoutIdentity } from './identity'
import { createExchanges, type Exchange, type Wire } from './exchange'
import type { WxPorts } from '../ports'
import type { TempFiles } from './temp-files'

const withoutContentType = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type'),
  )

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/** What uploadFile and downloadFile return: progress jumps to the end, for nothing here is slow on its own. */
const taskOf = (running: Exchange) => {
  type Progress = (result: { progress: number }) => void
  const listeners = new Set<Progress>()
  running.response.then(
    () => listeners.forEach((listener) => listener({ progress: 100 })),
    () => undefined,
  )
  return {
    abort: running.abort,
    onProgressUpdate: (listener: Progress) => void listeners.add(listener),
    offProgressUpdate: (listener: Progress) => void listeners.delete(listener),
  }
}

const refused = (reason: string): Exchange => ({
  response: Promise.reject(new WxFailure(reason)),
  abort: () => undefined,
})

/**
 * `wx.uploadFile` and `wx.downloadFile`: they share request's limit of ten and its timeout; uploadFile is a multipart
 * POST whose answer is always a string, and any status is a success (docs/wechat.md 2.4, 7.2, 8.2).
 */
export const createTransfer = (ports: WxPorts, wire: Wire, files: TempFiles) => {
  const exchange = createExchanges(ports, wire)
  const headersOf = (header: object) => ({
    ...withoutContentType(withoutIdentity({ ...header })),
    ...identityHeaders(ports.device, ports.registration),
  })

  const upload = (option: WechatMiniprogram.UploadFileOption): Exchange => {
    const file = files.get(option.filePath)
    if (file === undefined) return refused('file not found')
    const body = new FormData()
    for (const [key, value] of Object.entries(option.formData ?? {}))
      body.append(key, String(value))
    body.append(option.name, new Blob([file.bytes], { type: file.type }), nameOf(option.filePath))
    const headers = headersOf(option.header ?? {})
    return exchange({ url: option.url, method: 'POST', headers, body }, option.timeout)
  }

  return {
    uploadFile: (option: WechatMiniprogram.UploadFileOption) => {
      const running = upload(option)
      const answer = running.response.then(({ status, body }) => ({
        statusCode: status,
        data: new TextDecoder().decode(body),
      }))
      settle(ports, 'uploadFile', option, answer)
      return taskOf(running)
    },
    downloadFile: (option: WechatMiniprogram.DownloadFileOption) => {
      const headers = headersOf(option.header ?? {})
      const request = { url: option.url, method: 'GET', headers, body: undefined }
      const running = exchange(request, option.timeout)
      const answer = running.response.then(({ status, headers: received, body }) => ({
        statusCode: status,
        tempFilePath: files.add({
          bytes: body,
          type: received['content-type'] ?? 'application/octet-stream',
        }),
      }))
      settle(ports, 'downloadFile', option, answer)
      return taskOf(running)
    },
  }
}
