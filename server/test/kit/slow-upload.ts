import { PassThrough } from 'node:stream'
import type { Answer, TestServer } from './test-server'

const BOUNDARY = 'b'

const field = ([name, value]: readonly [string, string]) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

const FILE_HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`

/** What is sent around the file, by name, and from which address. */
interface Around extends Readonly<
  Partial<Record<'before' | 'after' | 'headers', Record<string, string>>>
> {
  readonly from?: string
}

/** An upload under way: the first half of its file has been sent. */
export interface SlowUpload {
  readonly answer: Promise<Answer>
  /** Sends the rest. */
  readonly finish: () => void
}

/** Begins to send a form whose file comes between the fields `before` and `after`. */
export const slowUpload = (
  server: TestServer,
  path: string,
  file: Buffer,
  { before = {}, after = {}, headers = {}, from = '127.0.0.1' }: Around,
): SlowUpload => {
  const body = new PassThrough()
  const half = Math.floor(file.length / 2)
  body.write(Object.entries(before).map(field).join('') + FILE_HEAD)
  body.write(file.subarray(0, half))
  const reply = server.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: from,
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: body,
  })
  return {
    answer: reply.then((response) => ({ status: response.statusCode, body: response.json() })),
    finish: () => {
      body.write(file.subarray(half))
      body.end(`\r\n${Object.entries(after).map(field).join('')}--${BOUNDARY}--\r\n`)
    },
  }
}
