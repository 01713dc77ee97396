import NoteEditPage from '../../../../src/pages/notes/edit/index'
import { answered, refused, settle } from '../../../kit/fake-backend'
import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { memoryStorage } from '../../../kit/memory-storage'
import { wechat } from '../../../kit/stubs/taro'
import { asMember, note } from './kit'

const { id } = note(1)
const changing = () => wechat.answer('params', { id })
const phone = (storage = memoryStorage()) => {
  const clock = fakeClock()
  return { clock, storage, platform: fakePlatform({ clock, storage }) }
}

beforeEach(() => wechat.reset())

describe('the editor of notes', () => {
  it('the editor of notes saves a new note under an id of its own, so that a second try makes no second note', async () => {
    const page = await asMember(NoteEditPage)
    await page.type('note-title', 'Groceries')
    await page.type('note-body', 'Milk')
    await page.tap('note-save')
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.text('note-failure')).toContain('服务器')
    await page.tap('note-save')
    const made = note(1, { title: 'Groceries', body: 'Milk' })
    await page.settled(() => page.network.answer(answered(made, 201)))
    const sent = page.network.requests.filter(({ method }) => method === 'POST').slice(-2)
    const [first, second] = sent.map(({ body }) => body)
    expect(first).toMatchObject({ title: 'Groceries', body: 'Milk', pictures: [] })
    expect(first).toEqual(second)
  })

  it('the editor of notes asks for a title before it asks the server', async () => {
    const page = await asMember(NoteEditPage)
    const before = page.network.requests.length
    await page.type('note-body', 'Milk')
    await page.tap('note-save')
    expect(page.text('note-title-under')).toBe('请填写标题。')
    expect(page.network.requests).toHaveLength(before)
  })

  it('the editor of notes takes a title that cannot be seen for none', async () => {
    const page = await asMember(NoteEditPage)
    const before = page.network.requests.length
    await page.type('note-title', '\u200b\u0301')
    await page.tap('note-save')
    expect(page.text('note-title-under')).toBe('请填写标题。')
    expect(page.network.requests).toHaveLength(before)
  })

  it('the editor of notes says with a change which version it was made to', async () => {
    changing()
    const page = await asMember(NoteEditPage)
    await page.settled(() => page.network.answer(answered(note(1, { version: 4 }))))
    await page.type('note-title', 'Other')
    await page.tap('note-save')
    expect(page.network.requests.at(-1)).toMatchObject({
      method: 'PUT',
      body: { title: 'Other', body: 'Text of 1', version: 4 },
    })
  })

  it('the editor of notes loses nothing when the note was edited elsewhere: the person may keep theirs', async () => {
    changing()
    const page = await asMember(NoteEditPage)
    await page.settled(() => page.network.answer(answered(note(1))))
    await page.type('note-body', 'Mine')
    await page.tap('note-save')
    await page.settled(() =>
      page.network.answer(refused(409, 'edited', { error_code: 'note_conflict' })),
    )
    expect(page.text('note-conflict')).toContain('你写的还在这里')
    await page.tap('note-keep-mine')
    await page.settled(() => page.network.answer(answered(note(1, { version: 7, body: 'Theirs' }))))
    expect(page.network.requests.at(-1)).toMatchObject({
      method: 'PUT',
      body: { body: 'Mine', version: 7 },
    })
  })

  it('the editor of notes says which part is missing when a picture is no longer there', async () => {
    changing()
    const page = await asMember(NoteEditPage)
    await page.settled(() => page.network.answer(answered(note(1))))
    await page.type('note-body', 'Mine')
    await page.tap('note-save')
    await page.settled(() =>
      page.network.answer(refused(404, 'gone', { error_code: 'file_not_found' })),
    )
    expect(page.text('note-failure')).toContain('有图片已经不在了')
    expect(page.byId('note-body')).toHaveProperty('value', 'Mine')
  })

  it('the editor of notes shows the newer text when the person prefers it', async () => {
    changing()
    const page = await asMember(NoteEditPage)
    await page.settled(() => page.network.answer(answered(note(1))))
    await page.type('note-body', 'Mine')
    await page.tap('note-save')
    await page.settled(() => page.network.answer(refused(409)))
    await page.tap('note-take-theirs')
    await page.settled(() => page.network.answer(answered(note(1, { version: 7, body: 'Theirs' }))))
    expect(page.byId('note-body')).toHaveProperty('value', 'Theirs')
  })

  it('the editor of notes leads no one on who went back while it saved', async () => {
    const { storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    wechat.answer('getCurrentPages', [
      { route: 'pages/notes/index' },
      { route: 'pages/notes/edit' },
    ])
    await page.type('note-title', 'Groceries')
    await page.tap('note-save')
    page.unmount()
    page.network.answer(answered(note(1, { title: 'Groceries', body: '' }), 201))
    await settle()
    expect(wechat.calls('navigateBack')).toHaveLength(0)
    expect(storage.get('notes.draft')).toEqual([])
  })

  it('the editor of notes keeps what is typed while it saves, as a change to what it has saved', async () => {
    const page = await asMember(NoteEditPage)
    await page.type('note-title', 'Groceries')
    await page.tap('note-save')
    await page.type('note-body', 'Milk')
    const made = note(1, { title: 'Groceries', body: '' })
    await page.settled(() => page.network.answer(answered(made, 201)))
    expect(wechat.calls('switchTab')).toHaveLength(0)
    await page.tap('note-save')
    expect(page.network.requests.at(-1)).toMatchObject({
      method: 'PUT',
      body: { title: 'Groceries', body: 'Milk', version: 1 },
    })
  })
})
