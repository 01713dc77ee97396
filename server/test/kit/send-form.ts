import type { Answer, TestServer } from './test-server'

/** Sends a form of text fields and one file, as wx.uploadFile does. */
export const sendForm = async (
  server: TestServer,
  path: string,
  fields: Readonly<Record<string, string>>,
  file: Buffer | null,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file !== null) form.set('file', new Blob([new Uint8Array(file)]), '../../etc/me.exe')
  const body = new Response(form)
  const reply = await server.app.inject({
    method: 'POST',
    url: path,
    headers: { ...headers, 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return { status: reply.statusCode, body: reply.json() }
}
