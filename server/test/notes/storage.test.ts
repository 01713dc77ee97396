import { and, eq, sql } from 'drizzle-orm'
import { files } from '../../src/db/schema-files'
import { photo, storage } from '../kit/storage'
import { openNotesServer, TEXT, type NotesServer } from './kit'

const HOUR = 3_600_000
/** What an account may keep (docs/limits.md). */
const MOST_BYTES = 200 * 1024 * 1024

let notes: NotesServer
beforeAll(async () => {
  notes = await openNotesServer()
}, 120_000)
afterAll(() => notes.server.close())

const stored = async (id: string) => (await notes.server.app.inject(`/files/${id}`)).statusCode

/** A person with a note whose picture leaves so many bytes of the account free. */
const personWith = async (name: string, free: number) => {
  const { token, user } = await notes.hand.signIn(name)
  const picture = await notes.upload(token)
  const { body: note } = await notes.call('POST', '', token, { ...TEXT, pictures: [picture] })
  await notes.server.context.db
    .update(files)
    .set({ size: MOST_BYTES - free })
    .where(eq(files.id, picture))
  const send = async () => {
    const store = storage(notes.server)
    const { status, body } = await store.send(await store.ask(token), await photo('png'))
    return [status, body.error_code]
  }
  const bytes = async () => {
    const sum = sql<number>`sum(size)::float8`
    const mine = eq(files.userId, Number(user.id))
    const [row] = await notes.server.context.db.select({ sum }).from(files).where(and(mine))
    return row?.sum
  }
  return { token, picture, note, send, bytes }
}

describe('the room for the files of an account', () => {
  it('the room for the files of an account ends at 200 MB, without a file lost, and a deleted note returns its own', async () => {
    const { token, picture, note, send } = await personWith('ann', 0)
    expect(await send()).toEqual([413, 'storage_full'])
    expect(await stored(picture)).toBe(200)

    await notes.call('DELETE', `${note.id}/`, token)
    expect(await send()).toEqual([200, undefined])
    expect(await stored(picture)).toBe(404)
    const restored = await notes.call('POST', `${note.id}/restore/`, token, {})
    expect(restored.body).toMatchObject({ title: TEXT.title, pictures: [] })
  })

  it('the room for the files of an account is not taken from a deleted note before it is needed, nor after it is restored', async () => {
    const { token, picture, note, send } = await personWith('ben', 0)
    await notes.call('DELETE', `${note.id}/`, token)
    await notes.call('POST', `${note.id}/restore/`, token, {})
    expect(await send()).toEqual([413, 'storage_full'])
    expect(await stored(picture)).toBe(200)
  })

  it('the room for the files of an account is taken from what nothing has shown for an hour, before a deleted note', async () => {
    const { token, picture, note, send } = await personWith('cleo', 200)
    const unused = await notes.upload(token)
    await notes.call('DELETE', `${note.id}/`, token)
    await notes.server.context.db.update(files).set({ size: 200 }).where(eq(files.id, unused))
    notes.server.clock.advance(HOUR)
    expect(await send()).toEqual([200, undefined])
    expect([await stored(unused), await stored(picture)]).toEqual([404, 200])
  })

  it('the room for the files of an account is not exceeded by uploads at the same moment', async () => {
    const { send, bytes } = await personWith('dan', 200)
    const answers = await Promise.all([send(), send()])
    expect(answers.map(([status]) => status).sort()).toEqual([200, 413])
    expect(await bytes()).toBeLessThanOrEqual(MOST_BYTES)
  })
})
