import { eq, sql } from 'drizzle-orm'
import { sweep } from '../../src/maintenance/sweep'
import { notesTable } from '../../src/modules/notes/table'
import { openNotesServer, TEXT, type NotesServer } from './kit'
import { beforeTheNextWrite } from '../kit/before-the-next-write'

let notes: NotesServer
beforeAll(async () => {
  notes = await openNotesServer()
}, 120_000)
afterAll(() => notes.server.close())

const DAY_MS = 86_400_000
const write = async (token: string, text: object = {}) => {
  const { body } = await notes.call('POST', '', token, { ...TEXT, ...text })
  return String(body.id)
}
const served = async (file: string) => (await notes.server.app.inject(`/files/${file}`)).statusCode

afterEach(() => jest.restoreAllMocks())

describe('the pictures of a note', () => {
  it('the pictures of a note have to be files of the same person', async () => {
    const { token } = await notes.hand.signIn('ada')
    const { token: other } = await notes.hand.signIn('bo')
    const picture = await notes.upload(other)
    const { status, body } = await notes.call('POST', '', token, { ...TEXT, pictures: [picture] })
    expect([status, body.error_code]).toEqual([404, 'file_not_found'])
    expect((await notes.call('GET', '', token)).body.objects).toEqual([])
  })

  it('the pictures of a note are not the files that make room for new ones, as long as the note shows them', async () => {
    const { token, user } = await notes.hand.signIn('cy')
    const [shown, loose] = [await notes.upload(token), await notes.upload(token)]
    const id = await write(token, { pictures: [shown] })
    const fill = () =>
      notes.server.context.db
        .execute(sql`insert into files (id, user_id, name, mime_type, size, created_at)
        select gen_random_uuid(), ${user.id}, '', 'image/png', 1, timestamptz '2099-01-01' from generate_series(1, 100)`)
    await fill()
    await notes.upload(token)
    expect([await served(shown), await served(loose)]).toEqual([200, 404])
    await notes.call('PUT', `${id}/`, token, { ...TEXT, version: 1 })
    await notes.upload(token)
    expect(await served(shown)).toBe(404)
  })
})

describe('what the server holds of notes', () => {
  it('the data of notes is in the export of the account with the pictures of each, deleted notes too', async () => {
    const { token } = await notes.hand.signIn('dee')
    const picture = await notes.upload(token)
    const kept = await write(token, { title: 'kept', pictures: [picture] })
    const deleted = await write(token, { title: 'deleted' })
    await notes.call('DELETE', `${deleted}/`, token)
    const { body } = await notes.server.call('GET', '/ext/v1/account/export/', { token })
    const sorted = [kept, deleted].sort()
    expect(body.notes.map(({ id }: { id: string }) => id)).toEqual(sorted)
    expect(body.notes[sorted.indexOf(kept)]).toMatchObject({ title: 'kept', pictures: [picture] })
    expect(body.notes[sorted.indexOf(deleted)]).toMatchObject({ title: 'deleted', pictures: [] })
  })

  it('the data of notes is erased with the account', async () => {
    const { token, user } = await notes.hand.signIn('ed')
    const picture = await notes.upload(token)
    await write(token, { pictures: [picture] })
    const erased = await notes.server.call('POST', '/ext/v1/account/delete/', { body: {}, token })
    expect(erased.status).toBe(200)
    const { rows } = await notes.server.context.db.execute(
      sql`select (select count(*) from notes where user_id = ${user.id})::int as notes,
        (select count(*) from file_holds where file_id = ${picture})::int as holds`,
    )
    expect(rows).toEqual([{ notes: 0, holds: 0 }])
  })

  it('the data of a note goes thirty days after its deletion, with pictures that no other note shows', async () => {
    const { token } = await notes.hand.signIn('fay')
    const [own, both] = [await notes.upload(token), await notes.upload(token)]
    const id = await write(token, { pictures: [own, both] })
    const other = await write(token, { pictures: [both] })
    await notes.call('DELETE', `${id}/`, token)
    notes.server.clock.advance(29 * DAY_MS)
    await sweep(notes.server.context)
    expect((await notes.call('POST', `${id}/restore/`, token, {})).status).toBe(200)
    await notes.call('DELETE', `${id}/`, token)
    notes.server.clock.advance(31 * DAY_MS)
    await sweep(notes.server.context)
    const { token: later } = await notes.hand.signIn('fay')
    expect((await notes.call('POST', `${id}/restore/`, later, {})).status).toBe(404)
    expect([await served(own), await served(both)]).toEqual([404, 200])
    expect((await notes.call('GET', `${other}/`, later)).body.pictures).toHaveLength(1)
  })

  it('the data of a note that goes leaves a picture that is the avatar as well', async () => {
    const { token } = await notes.hand.register('gil')
    const picture = await notes.upload(token)
    const id = await write(token, { pictures: [picture] })
    const body = { avatar: `https://example.com/files/${picture}` }
    await notes.server.call('PUT', '/hserve/v2.5/user/info/', { body, token })
    await notes.call('DELETE', `${id}/`, token)
    notes.server.clock.advance(31 * DAY_MS)
    await sweep(notes.server.context)
    expect(await notes.server.context.db.$count(notesTable, eq(notesTable.id, id))).toBe(0)
    expect(await served(picture)).toBe(200)
  })

  it('a note overtaken by the deletion of the account is answered with 401', async () => {
    const { token } = await notes.hand.register('late-writer')
    const erased = { body: { password: 'correct horse battery' }, token }
    beforeTheNextWrite(notes.server, () =>
      notes.server.call('POST', '/ext/v1/account/delete/', erased),
    )
    const { status, body } = await notes.call('POST', '', token, TEXT)
    expect([status, body.error_code]).toEqual([401, 'session_expired'])
  })
})
