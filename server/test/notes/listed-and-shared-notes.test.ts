import { NOTES, openNotesServer, TEXT, type NotesServer } from './kit'

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

describe('deleting a note', () => {
  it('deleting a note can be taken back, with text, pictures and version, for thirty days', async () => {
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
  it('the list of notes comes newest first in pages of which none is missing and none comes twice, while notes are written', async () => {
    const token = await member('uma')
    const ids: string[] = []
    for (let i = 0; i < 7; i += 1) {
      if (i % 3 === 0) notes.server.clock.advance(1_000)
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

  it('the list of notes refuses a place that no page named', async () => {
    const token = await member('vera')
    const id = '00000000-0000-4000-8000-000000000000'
    const places = ['1 2', `999999999999999 ${id}`, `1 ${'-'.repeat(36)}`, `1 ${id}\n`]
    const encoded = places.map((place) => Buffer.from(place).toString('base64url'))
    for (const after of ['x', '%00', ...encoded]) {
      expect([after, (await notes.call('GET', `?after=${after}`, token)).status]).toEqual([
        after,
        400,
      ])
    }
  })

  it('the list of notes is a sample for a guest, in the language asked for, and no sample for a session that is over', async () => {
    const { body } = await notes.call('GET', '?language=en')
    expect(body.objects[0]).toMatchObject({ title: 'Welcome', version: 0 })
    expect((await notes.call('GET', '')).body.objects[0].title).toBe('欢迎')
    expect((await notes.call('GET', '', 'invented')).status).toBe(401)
  })

  it('the sample notes are there for a member, too, whose own list would not have the one they opened as a guest', async () => {
    const token = await member('yara')
    const { body } = await notes.call('GET', '?language=en', token)
    expect(body.objects[0]).toMatchObject({ title: 'Welcome', version: 0 })
    expect((await notes.call('GET', '', token)).body.objects).toEqual([])
  })

  it('the list of notes is limited by the person, for writing', async () => {
    const token = await member('walt')
    for (let times = 0; times < 60; times += 1) {
      await notes.call('DELETE', '11111111-2222-4333-8444-000000000000/', token)
    }
    const { status, body } = await notes.call('POST', '', token, TEXT)
    expect([status, body.error_code]).toEqual([429, 'too_many_requests'])
    expect((await notes.call('GET', '', token)).status).toBe(200)
  })
})

describe('sharing a note', () => {
  it('sharing a note lets a guest read it by its share id, with its author and without its id, until sharing ends', async () => {
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
    expect((await notes.server.app.inject(`/files/${picture}`)).statusCode).toBe(200)
    expect(JSON.stringify(shared)).not.toContain(id)

    await notes.call('DELETE', `${id}/share/`, token)
    expect((await read()).status).toBe(404)
    const again = await notes.call('POST', `${id}/share/`, token, {})
    expect(again.body.share_id).not.toBe(body.share_id)
  })

  it('sharing a note ends with the note, and with an account that is blocked', async () => {
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
    await notes.server.context.db.execute(
      `update users set blocked_at = now() where id = ${user.id}`,
    )
    expect((await kept.read()).status).toBe(404)
  })

  it('sharing a note is refused when its text became another one while WeChat judged it', async () => {
    const token = await member('zara')
    const { id } = await write(token)
    const { wechat } = notes.server.context
    jest.spyOn(wechat, 'isRiskyText').mockImplementationOnce(async () => {
      await notes.call('PUT', `${id}/`, token, { ...TEXT, title: 'another', version: 1 })
      return false
    })
    const { status, body } = await notes.call('POST', `${id}/share/`, token, {})
    expect([status, body.error_code]).toEqual([409, 'note_conflict'])
    expect((await notes.call('GET', `${id}/`, token)).body).toMatchObject({
      title: 'another',
      share_id: null,
    })
  })

  it('sharing a note is not possible with an id that is no share id', async () => {
    for (const id of ['', 'short', 'x'.repeat(22)]) {
      expect((await notes.server.call('GET', `${NOTES}shared/${id}/`)).status).toBeGreaterThan(399)
    }
  })
})
