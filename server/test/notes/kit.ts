import { openDesk, type Desk } from '../kit/desk'
import { phoneInHand, type PhoneInHand } from '../kit/phone-in-hand'
import { photo, storage } from '../kit/storage'

export const NOTES = '/ext/v1/notes/'
export const TEXT = { title: 'Shopping', body: 'Tea, rice', pictures: [] as string[] }

/** A server with people who write notes. */
export interface NotesDesk {
  readonly desk: Desk
  readonly hand: PhoneInHand
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    token?: string,
    body?: object,
  ) => ReturnType<Desk['call']>
  /** Uploads a picture: the id of the file. */
  readonly upload: (token: string) => Promise<string>
}

/** Opens one; a test file closes its desk. */
export const openNotesDesk = async (): Promise<NotesDesk> => {
  const desk = await openDesk()
  const store = storage(desk)
  return {
    desk,
    hand: phoneInHand(desk),
    call: (method, path, token, body) =>
      desk.call(method, NOTES + path, {
        ...(body && { body }),
        ...(token !== undefined && { token }),
      }),
    upload: async (token) => store.upload(token, await photo('png')),
  }
}
