import { requireText, settle, WxFailure } from '../call'
import { identityHeaders, withoutIdentity } from './identity'
import { createExchanges, startExchange, type Exchange, type Wire } from './exchange'
import type { WxPorts } from '../ports'
import { createTask } from './task'
import type { ReadFile } from './temp-files'
import type { PhoneFiles } from '../files/files'

const withoutContentType = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type'),
  )

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

/**
 * `wx.uploadFile` and `wx.downloadFile`: they share request's limit of ten and its timeout; uploadFile is a multipart
 * POST whose answer is always a string, and any status is a success (docs/wechat.md 2.4, 7.2, 8.2).
 */
export const createTransfer = (
  ports: WxPorts,
  wire: Wire,
  files: Pick<PhoneFiles, 'add' | 'read'>,
) => {
  const exchange = createExchanges(ports, wire)
  const headersOf = (header: object) => ({
    ...withoutContentType(withoutIdentity({ ...header })),
    ...identityHeaders(ports.device, ports.registration),
  })

  const upload = (
    option: WechatMiniprogram.UploadFileOption,
    file: ReadFile | undefined,
  ): Exchange => {
    const url = requireText('url', option.url)
    requireText('filePath', option.filePath)
    requireText('name', option.name)
    if (file === undefined) throw new WxFailure('file not found')
    const body = new FormData()
    for (const [key, value] of Object.entries(option.formData ?? {})) {
      body.append(key, String(value))
    }
    body.append(option.name, new Blob([file.bytes], { type: file.type }), nameOf(option.filePath))
    const headers = headersOf(option.header ?? {})
    const sent = { url, method: 'POST', headers, body }
    return exchange('uploadFile', sent, option.timeout)
  }

  return {
    uploadFile: (given?: WechatMiniprogram.UploadFileOption | null) => {
      const option = given ?? ({} as WechatMiniprogram.UploadFileOption)
      const file = typeof option.filePath === 'string' ? files.read(option.filePath) : undefined
      const running = startExchange(() => upload(option, file))
      const task = createTask(ports, running)
      const answer = running.response.then((response) => {
        const size = file?.bytes.byteLength ?? 0
        task.answered(response, {
          progress: { totalBytesSent: size, totalBytesExpectedToSend: size },
        })
        return { statusCode: response.status, data: new TextDecoder().decode(response.body) }
      })
      settle(ports, 'uploadFile', option, answer)
      return { ...task.exposed, ...task.progress }
    },
    downloadFile: (given?: WechatMiniprogram.DownloadFileOption | null) => {
      const option = given ?? ({} as WechatMiniprogram.DownloadFileOption)
      const running = startExchange(() => {
        const url = requireText('url', option.url)
        const headers = headersOf(option.header ?? {})
        const request = { url, method: 'GET', headers, body: undefined }
        return exchange('downloadFile', request, option.timeout)
      })
      const task = createTask(ports, running)
      const answer = running.response.then((response) => {
        const { status: statusCode, headers: received, body } = response
        const size = body.byteLength
        task.answered(response, {
          progress: { totalBytesWritten: size, totalBytesExpectedToWrite: size },
        })
        const type = received['content-type'] ?? 'application/octet-stream'
        return { statusCode, tempFilePath: files.add({ bytes: body, type }) }
      })
      settle(ports, 'downloadFile', option, answer)
      return { ...task.exposed, ...task.progress }
    },
  }
}
