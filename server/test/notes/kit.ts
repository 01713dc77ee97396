import { openTestServer, type TestServer } from '../kit/test-server'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'
import { photo, storage } from '../kit/storage'

export const NOTES = '/ext/v1/notes/'
export const TEXT = { title: 'Shopping', body: 'Tea, rice', pictures: [] as string[] }

/** A server with people who write notes. */
export interface NotesServer {
  readonly server: TestServer
  readonly hand: PhoneInHand
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    token?: string,
    body?: object,
  ) => ReturnType<TestServer['call']>
  /** Uploads a picture: the id of the file. */
  readonly upload: (token: string) => Promise<string>
}

/** Starts one; the caller closes its server. */
export const openNotesServer = async (): Promise<NotesServer> => {
  const server = await openTestServer()
  const store = storage(server)
  return {
    server,
    hand: phoneInHand(server),
    call: (method, path, token, body) =>
      server.call(method, NOTES + path, {
        ...(body && { body }),
        ...(token !== undefined && { token }),
      }),
    upload: async (token) => store.upload(token, await photo('png')),
  }
}
