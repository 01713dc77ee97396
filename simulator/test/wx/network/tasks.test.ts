import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createPhone } from '../phone'

type Listener = (result: Record<string, unknown>) => void
type Task = Record<
  'onProgressUpdate' | 'onHeadersReceived' | 'onChunkReceived',
  (on: Listener) => void
>

describe('tasks of the network', () => {
  const server = createServer((_request, response) => {
    response.setHeader('x-own', 'yes')
    response.end('hello')
  })
  let url = ''
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  /** Starts a call with `listen` on its task, and resolves with its result. */
  const start = (
    phone: ReturnType<typeof createPhone>,
    name: string,
    option: object,
    listen: (task: Task) => void,
  ) =>
    new Promise<Record<string, unknown>>((resolve) => {
      const given = { url, ...option, success: resolve, fail: resolve }
      listen(phone.wx[name]?.(given) as Task)
    })

  it('a download reports its bytes and its headers before it succeeds', async () => {
    const seen: unknown[] = []
    await start(createPhone(), 'downloadFile', {}, (task) => {
      task.onProgressUpdate((progress) => seen.push(progress))
      task.onHeadersReceived(({ header }) => seen.push((header as Record<string, string>)['x-own']))
    })
    expect(seen).toEqual([
      'yes',
      { progress: 100, totalBytesWritten: 5, totalBytesExpectedToWrite: 5 },
    ])
  })

  it('an upload reports the bytes of its file', async () => {
    const phone = createPhone()
    const [event] = await phone.press('chooseAvatar')
    const seen: Record<string, unknown>[] = []
    const option = { filePath: event?.['avatarUrl'], name: 'file' }
    await start(phone, 'uploadFile', option, (task) =>
      task.onProgressUpdate((now) => seen.push(now)),
    )
    expect(seen).toEqual([{ progress: 100, totalBytesSent: 70, totalBytesExpectedToSend: 70 }])
  })

  it('a request with enableChunked hands over its answer as a chunk', async () => {
    const seen: string[] = []
    await start(createPhone(), 'request', { enableChunked: true }, (task) =>
      task.onChunkReceived(({ data }) => seen.push(Buffer.from(data as ArrayBuffer).toString())),
    )
    await start(createPhone(), 'request', {}, (task) => task.onChunkReceived(() => seen.push('no')))
    expect(seen).toEqual(['hello'])
  })

  it.each([
    ['request', 'onHeadersReceived'],
    ['downloadFile', 'onProgressUpdate'],
    ['downloadFile', 'onHeadersReceived'],
  ] as const)(
    'a %s goes on when its listener of %s throws, which is reported',
    async (name, event) => {
      const phone = createPhone()
      const result = await start(phone, name, {}, (task) =>
        task[event](() => {
          throw new Error('thrown')
        }),
      )
      expect(result).toMatchObject({ statusCode: 200, errMsg: `${name}:ok` })
      expect(phone.loop.errors.map(({ error }) => String(error))).toEqual(['Error: thrown'])
    },
  )
})
