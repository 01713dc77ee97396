import { eq, sql } from 'drizzle-orm'
import { notesTable } from '../../src/modules/notes/table'
import { openNotesServer, TEXT, type NotesServer } from './kit'

let notes: NotesServer
beforeAll(async () => {
  notes = await openNotesServer()
}, 120_000)
afterAll(() => notes.server.close())

/** A person with so many notes. */
const personWith = async (name: string, howMany: number) => {
  const { token, user } = await notes.hand.signIn(name)
  await notes.server.context.db.execute(sql`
    insert into notes (id, user_id, title, body, version, created_at, updated_at)
    select gen_random_uuid(), ${user.id}, 'title', '', 1, now(), now() from generate_series(1, ${howMany}::int)`)
  const held = () => notes.server.context.db.$count(notesTable, eq(notesTable.userId, user.id))
  return { token, held }
}
const write = (token: string, more: object = {}) =>
  notes.call('POST', '', token, { ...TEXT, ...more })
const remove = (token: string, id: string) => notes.call('DELETE', `${id}/`, token)

describe('an account with five hundred notes', () => {
  it('an account with five hundred notes takes another one after one was deleted, which is gone for good then', async () => {
    const { token, held } = await personWith('full', 498)
    const pictures = [await notes.upload(token)]
    const [first, second] = [await write(token, { pictures }), await write(token)]
    const refused = await write(token)
    expect([refused.status, refused.body.error_code]).toEqual([400, 'notes_full'])

    await remove(token, first.body.id)
    notes.server.clock.advance(1_000)
    await remove(token, second.body.id)
    expect((await write(token)).status).toBe(201)
    expect(await held()).toBe(500)
    expect((await notes.call('POST', `${first.body.id}/restore/`, token)).status).toBe(404)
    expect((await notes.server.app.inject(`/files/${pictures[0]}`)).statusCode).toBe(404)
    expect((await notes.call('POST', `${second.body.id}/restore/`, token)).status).toBe(200)
    expect((await write(token)).body.error_code).toBe('notes_full')
  })

  it('an account with five hundred notes answers the last one sent again with what is kept', async () => {
    const { token, held } = await personWith('again', 499)
    const note = { id: '3f0a1c52-7a44-4a53-9f0e-2b9d5d1c0a11' }
    const made = await write(token, note)
    expect(await write(token, note)).toEqual({ status: 201, body: made.body })
    expect(await held()).toBe(500)
  })
})
