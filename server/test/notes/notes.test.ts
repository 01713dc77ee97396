import { NOTES, openNotesDesk, TEXT, type NotesDesk } from './kit'

let notes: NotesDesk
beforeAll(async () => {
  notes = await openNotesDesk()
}, 120_000)
afterAll(() => notes.desk.close())

const member = async (name: string) => (await notes.hand.signIn(name)).token
const write = async (token: string, text: object = {}) => {
  const { status, body } = await notes.call('POST', '', token, { ...TEXT, ...text })
  expect(status).toBe(201)
  return body
}

describe('a note', () => {
  it('is written, read, changed and deleted by its owner', async () => {
    const token = await member('nora')
    const note = await write(token)
    expect(note).toMatchObject({ ...TEXT, share_id: null, version: 1 })
    notes.desk.clock.advance(60_000)
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

  it('that was edited elsewhere is not overwritten: 409 note_conflict', async () => {
    const token = await member('otto')
    const { id } = await write(token)
    const change = (body: string, version: number) =>
      notes.call('PUT', `${id}/`, token, { ...TEXT, body, version })
    const both = await Promise.all([change('by the phone', 1), change('by the web', 1)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.error_code).toBe('note_conflict')
    expect((await change('after reading it again', 2)).status).toBe(200)
  })

  it('of another person is answered like none, whatever is asked', async () => {
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
    for (const { status, body } of await Promise.all(asked))
      expect([status, body.error_code]).toEqual([404, 'note_not_found'])
    expect((await notes.call('POST', '', token, { ...TEXT, id })).body.error_code).toBe(
      'note_conflict',
    )
  })

  it('that is sent twice with the id of the app is there once, as it was first', async () => {
    const token = await member('quentin')
    const id = '11111111-2222-4333-8444-555555555555'
    const first = await write(token, { id })
    expect(await write(token, { id, body: 'sent again' })).toEqual(first)
    expect((await notes.call('GET', '', token)).body.objects).toHaveLength(1)
  })

  it('takes no title of nothing, no long text and no more than nine pictures', async () => {
    const token = await member('rosa')
    const picture = '11111111-2222-4333-8444-555555555555'
    for (const text of [
      { title: '' },
      { title: 'x'.repeat(101) },
      { body: 'x'.repeat(2_001) },
      { pictures: Array<string>(10).fill(picture) },
      { pictures: ['https://elsewhere.example/a.png'] },
      { title: 'NUL \u0000' },
    ])
      expect((await notes.call('POST', '', token, { ...TEXT, ...text })).status).toBe(400)
    expect((await write(token, { title: '👩‍👩‍👧‍👦', body: '床前明月光' })).title).toBe('👩‍👩‍👧‍👦')
  })

  it('is refused when WeChat judges its text risky, and kept when WeChat cannot be asked', async () => {
    const token = await member('sara')
    const risky = { ...TEXT, body: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级' }
    const refused = await notes.call('POST', '', token, risky)
    expect([refused.status, refused.body.error_code]).toEqual([400, 'note_refused'])
    const { token: unlinked } = await notes.hand.register('sam-without-wechat')
    expect((await notes.call('POST', '', unlinked, risky)).status).toBe(201)
  })

  it('is not for anonymous users, and needs a session to be written', async () => {
    const { body } = await notes.desk.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    const anonymous = await notes.call('POST', '', body.token, TEXT)
    expect(anonymous.body.error_code).toBe('anonymous_not_allowed')
    expect((await notes.call('POST', '', undefined, TEXT)).body.error_code).toBe('session_missing')
  })
})

describe('deleting a note', () => {
  it('can be taken back, with text, pictures and version, for thirty days', async () => {
    const token = await member('tina')
    const picture = await notes.upload(token)
    const note = await write(token, { pictures: [picture] })
    const path = `${note.id}/`
    expect((await notes.call('DELETE', path, token)).status).toBe(200)
    expect((await notes.call('DELETE', path, token)).status).toBe(200)
    expect((await notes.call('GET', '', token)).body.objects).toEqual([])
    const restored = await notes.call('POST', `${path}restore/`, token, {})
    expect(restored).toEqual({ status: 200, body: note })
    expect((await notes.call('GET', path, token)).body).toEqual(note)
  })
})

describe('the list of notes', () => {
  it('comes newest first in pages of which none is missing and none comes twice, while notes are written', async () => {
    const token = await member('uma')
    const ids: string[] = []
    for (let i = 0; i < 7; i += 1) {
      if (i % 3 === 0) notes.desk.clock.advance(1_000)
      ids.push((await write(token, { title: `note ${i}` })).id)
    }
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const { body } = await notes.call('GET', `?limit=3${next && `&after=${next}`}`, token)
      seen.push(...body.objects.map(({ id }: { id: string }) => id))
      next = body.next
      await write(token, { title: 'written meanwhile' })
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen)).toEqual(new Set(ids))
  })

  it('refuses a place that no page named', async () => {
    const token = await member('vera')
    for (const after of ['x', Buffer.from('1 2').toString('base64url'), '%00'])
      expect((await notes.call('GET', `?after=${after}`, token)).status).toBe(400)
  })

  it('is a sample for a guest, in the language asked for, and no sample for a session that is over', async () => {
    const { body } = await notes.call('GET', '?language=en')
    expect(body.objects[0]).toMatchObject({ title: 'Welcome', version: 0 })
    expect((await notes.call('GET', '')).body.objects[0].title).toBe('欢迎')
    expect((await notes.call('GET', '', 'invented')).status).toBe(401)
  })

  it('is limited by the person, for writing', async () => {
    const token = await member('walt')
    for (let times = 0; times < 60; times += 1)
      await notes.call('DELETE', '11111111-2222-4333-8444-000000000000/', token)
    const { status, body } = await notes.call('POST', '', token, TEXT)
    expect([status, body.error_code]).toEqual([429, 'too_many_requests'])
    expect((await notes.call('GET', '', token)).status).toBe(200)
  })
})

describe('sharing a note', () => {
  it('lets a guest read it by its share id, with its author and without its id, until it ends', async () => {
    const token = await member('xena')
    const picture = await notes.upload(token)
    const { id } = await write(token, { pictures: [picture] })
    const { body } = await notes.call('POST', `${id}/share/`, token, {})
    expect(body.share_id).toMatch(/^[\w-]{22}$/)
    expect((await notes.call('POST', `${id}/share/`, token, {})).body).toEqual(body)

    const read = () => notes.call('GET', `shared/${body.share_id}/`)
    const shared = (await read()).body
    expect(shared).toMatchObject({ title: 'Shopping', author: { nickname: '', avatar: '' } })
    expect(shared.pictures[0].url).toMatch(`/files/${picture}`)
    expect((await notes.desk.app.inject(`/files/${picture}`)).statusCode).toBe(200)
    expect(JSON.stringify(shared)).not.toContain(id)

    await notes.call('DELETE', `${id}/share/`, token)
    expect((await read()).status).toBe(404)
    const again = await notes.call('POST', `${id}/share/`, token, {})
    expect(again.body.share_id).not.toBe(body.share_id)
  })

  it('ends with the note, and with an account that is blocked', async () => {
    const { token, user } = await notes.hand.signIn('yves')
    const share = async () => {
      const { id } = await write(token)
      const { body } = await notes.call('POST', `${id}/share/`, token, {})
      return { id: String(id), read: () => notes.call('GET', `shared/${body.share_id}/`) }
    }
    const [deleted, kept] = [await share(), await share()]
    await notes.call('DELETE', `${deleted.id}/`, token)
    expect((await deleted.read()).status).toBe(404)
    expect((await kept.read()).status).toBe(200)
    await notes.desk.context.db.execute(`update users set blocked_at = now() where id = ${user.id}`)
    expect((await kept.read()).status).toBe(404)
  })

  it('is not possible with an id that is no share id', async () => {
    for (const id of ['', 'short', 'x'.repeat(22)])
      expect((await notes.desk.call('GET', `${NOTES}shared/${id}/`)).status).toBeGreaterThan(399)
  })
})
