import sharp from 'sharp'
import { sendForm } from './send-form'
import type { Answer, TestServer } from './test-server'

/** A picture as a phone takes it: `width` by `width` pixels, with a place and a device in its metadata. */
export const photo = (kind: 'jpeg' | 'png' | 'webp' = 'jpeg', width = 40): Promise<Buffer> =>
  sharp({ create: { width, height: width, channels: 3, background: '#7a9' } })
    .withExif({ IFD0: { Model: 'Pocket Phone' }, IFD3: { GPSLatitudeRef: 'N' } })
    .toFormat(kind)
    .toBuffer()

/** What a client does with the storage: gets a permit, and sends the file to the address of the answer. */
export const storage = (server: TestServer) => {
  const ask = (token: string, body: object = { filename: 'me.jpg' }) =>
    server.call('POST', '/hserve/v2.1/upload/', { body, token })
  const send = ({ body }: Answer, file: Buffer | null) =>
    sendForm(server, '/files/', { policy: body.policy, authorization: body.authorization }, file)
  return {
    ask,
    send,
    /** Both steps: returns the id of the stored file. */
    upload: async (token: string, file: Buffer): Promise<string> => {
      const permit = await ask(token)
      expect((await send(permit, file)).status).toBe(200)
      return permit.body.id
    },
  }
}
