import { openNotesServer, TEXT, type NotesServer } from './kit'

let notes: NotesServer

beforeAll(async () => {
  notes = await openNotesServer()
}, 120_000)

afterAll(() => notes.server.close())

const member = async (name: string) => (await notes.hand.signIn(name)).token
const write = async (token: string, text: object = {}) => {
  const { status, body } = await notes.call('POST', '', token, { ...TEXT, ...text })
  expect(status).toBe(201)
  return body
}

describe('a note', () => {
  it('a note is not changed under a version that no column holds', async () => {
    const { token } = await notes.hand.signIn('ines')
    const { body } = await notes.call('POST', '', token, TEXT)
    for (const version of [2 ** 31, 2 ** 31 - 1, 2 ** 53, 1e300, -1, 1.5]) {
      expect([
        version,
        (await notes.call('PUT', `${body.id}/`, token, { ...TEXT, version })).status,
      ]).toEqual([version, 400])
    }
  })

  it('a note is written, read, changed and deleted by its owner', async () => {
    const token = await member('nora')
    const note = await write(token)
    expect(note).toMatchObject({ ...TEXT, share_id: null, version: 1 })
    notes.server.clock.advance(60_000)
    const changed = await notes.call('PUT', `${note.id}/`, token, {
      ...TEXT,
      body: 'Tea only',
      version: 1,
    })
    expect(changed.body).toMatchObject({ body: 'Tea only', version: 2 })
    expect(changed.body.updated_at).toBe(note.updated_at + 60)
    expect((await notes.call('GET', `${note.id}/`, token)).body).toEqual(changed.body)
    expect((await notes.call('DELETE', `${note.id}/`, token)).status).toBe(200)
    const gone = await notes.call('GET', `${note.id}/`, token)
    expect([gone.status, gone.body.error_code]).toEqual([404, 'note_not_found'])
  })

  it.each([
    ['spaces', '  '],
    ['a zero-width space', '\u200b'],
    ['an accent without a letter', '\u0301'],
    ['a Hangul filler', '\u3164'],
    ['an Egyptian blank', '\u{13441}'],
    ['a line break', 'Tea\nCakes'],
    ['what turns text around', '\u202eTea'],
  ])('a note whose title is or has %s is refused', async (_, title) => {
    const token = await member('invisible title')
    expect((await notes.call('POST', '', token, { ...TEXT, title })).status).toBe(400)
  })

  it('a note has a title of one emoji of many parts, or of another script', async () => {
    const token = await member('visible title')
    for (const title of ['👨‍👩‍👧‍👦', 'ชา', '.']) {
      expect(await write(token, { title })).toMatchObject({ title })
    }
  })

  it('a note that was edited elsewhere is not overwritten: 409 note_conflict', async () => {
    const token = await member('otto')
    const { id } = await write(token)
    const change = (body: string, version: number) =>
      notes.call('PUT', `${id}/`, token, { ...TEXT, body, version })
    const both = await Promise.all([change('by the phone', 1), change('by the web', 1)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.error_code).toBe('note_conflict')
    expect((await change('after reading it again', 2)).status).toBe(200)
  })

  it('a note of another person is answered like none, whatever is asked', async () => {
    const { id } = await write(await member('paul'))
    const token = await member('mallory')
    const asked = [
      notes.call('GET', `${id}/`, token),
      notes.call('PUT', `${id}/`, token, { ...TEXT, version: 1 }),
      notes.call('DELETE', `${id}/`, token),
      notes.call('POST', `${id}/restore/`, token, {}),
      notes.call('POST', `${id}/share/`, token, {}),
      notes.call('DELETE', `${id}/share/`, token),
    ]
    for (const { status, body } of await Promise.all(asked)) {
      expect([status, body.error_code]).toEqual([404, 'note_not_found'])
    }
    expect((await notes.call('POST', '', token, { ...TEXT, id })).body.error_code).toBe(
      'note_conflict',
    )
  })

  it('a note that is sent twice with the id of the app is there once, as it was first', async () => {
    const token = await member('quentin')
    const id = '11111111-2222-4333-8444-555555555555'
    const first = await write(token, { id })
    expect(await write(token, { id, body: 'sent again' })).toEqual(first)
    expect((await notes.call('GET', '', token)).body.objects).toHaveLength(1)
  })

  it('a note is refused with an empty title, a text that is too long or more than nine pictures', async () => {
    const token = await member('rosa')
    const picture = '11111111-2222-4333-8444-555555555555'
    for (const text of [
      { title: '' },
      { title: 'x'.repeat(101) },
      { body: 'x'.repeat(2_001) },
      { pictures: Array<string>(10).fill(picture) },
      { pictures: ['https://elsewhere.example/a.png'] },
      { title: 'NUL \u0000' },
    ]) {
      expect((await notes.call('POST', '', token, { ...TEXT, ...text })).status).toBe(400)
    }
    expect((await write(token, { title: '👩‍👩‍👧‍👦', body: '床前明月光' })).title).toBe('👩‍👩‍👧‍👦')
  })

  it('a note is refused when WeChat judges its text risky, and kept when WeChat cannot be asked', async () => {
    const token = await member('sara')
    const risky = { ...TEXT, body: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级' }
    const refused = await notes.call('POST', '', token, risky)
    expect([refused.status, refused.body.error_code]).toEqual([400, 'note_refused'])
    const { token: unlinked } = await notes.hand.register('sam-without-wechat')
    expect((await notes.call('POST', '', unlinked, risky)).status).toBe(201)
  })

  it('a note is not for anonymous users, and needs a session to be written', async () => {
    const { body } = await notes.server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    const anonymous = await notes.call('POST', '', body.token, TEXT)
    expect(anonymous.body.error_code).toBe('anonymous_not_allowed')
    expect((await notes.call('POST', '', undefined, TEXT)).body.error_code).toBe('session_missing')
  })
})
