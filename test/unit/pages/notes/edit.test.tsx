import { wechatError } from '../../../../src/baas/wechat-errors'
import NoteEditPage from '../../../../src/pages/notes/edit/index'
import { alice, answered, refused } from '../../../kit/fake-backend'
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
  it('saves a new note under an id of its own, so that a second try makes no second note', async () => {
    const page = await asMember(NoteEditPage)
    await page.type('note-title', 'Groceries')
    await page.type('note-body', 'Milk')
    await page.tap('note-save')
    await page.settled(() => page.network.answer(refused(503)))
    expect(page.text('note-failure')).toContain('服务器')
    await page.tap('note-save')
    await page.settled(() => page.network.answer(answered(note(1), 201)))
    const sent = page.network.requests.filter(({ method }) => method === 'POST').slice(-2)
    const [first, second] = sent.map(({ body }) => body)
    expect(first).toMatchObject({ title: 'Groceries', body: 'Milk', pictures: [] })
    expect(first).toEqual(second)
  })

  it('asks for a title before it asks the server', async () => {
    const page = await asMember(NoteEditPage)
    const before = page.network.requests.length
    await page.type('note-body', 'Milk')
    await page.tap('note-save')
    expect(page.text('note-title-under')).toBe('请填写标题。')
    expect(page.network.requests).toHaveLength(before)
  })

  it('says with a change which version it was made to', async () => {
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

  it('loses nothing when the note was edited elsewhere: the person may keep theirs', async () => {
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

  it('shows the newer text when the person prefers it', async () => {
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

  it('keeps what is typed when WeChat ends the app, and erases it when the note is saved', async () => {
    const { clock, storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Half a')
    clock.advance(300)
    page.unmount()

    const again = await asMember(NoteEditPage, platform)
    expect(again.byId('note-title')).toHaveProperty('value', 'Half a')
    expect(again.has('note-draft')).toBe(true)
    await again.tap('note-save')
    await again.settled(() => again.network.answer(answered(note(1), 201)))
    expect(storage.get('notes.draft')).toBeUndefined()
  })

  it('writes no draft back when the member signs out right after the last key', async () => {
    const { storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Secret')
    await page.settled(() => void page.auth.signOut())
    expect(page.has('note-title')).toBe(false)
    expect(storage.get('notes.draft')).toBeUndefined()
  })

  it('shows no one the draft of another person', async () => {
    const { storage, platform } = phone()
    storage.set('notes.draft', {
      userId: alice.id + 1,
      id,
      title: 'Secret',
      body: '',
      pictures: [],
      version: 0,
    })
    const page = await asMember(NoteEditPage, platform)
    expect(page.byId('note-title')).toHaveProperty('value', '')
  })

  it('adds a picture once it is uploaded, and sends its id', async () => {
    const choosePicture = () => Promise.resolve('http://tmp/1.png')
    const page = await asMember(NoteEditPage, fakePlatform({ choosePicture }))
    await page.type('note-title', 'Cat')
    await page.tap('note-picture-add')
    await page.settled(() =>
      page.network.answer(
        answered({ id: 'file-1', path: 'https://cdn.invalid/1.png', upload_url: 'https://up/' }),
      ),
    )
    await page.settled(() => page.uploads.answer(answered('{"time": 1}')))
    await page.tap('note-save')
    expect(page.network.requests.at(-1)?.body).toMatchObject({ pictures: ['file-1'] })
  })

  it('says nothing when the person chooses no picture', async () => {
    const choosePicture = () => Promise.reject({ errMsg: 'chooseImage:fail cancel' })
    const page = await asMember(
      NoteEditPage,
      fakePlatform({
        choosePicture: () =>
          choosePicture().catch((reason: unknown) => {
            throw wechatError(reason)
          }),
      }),
    )
    await page.tap('note-picture-add')
    expect(page.has('note-picture-failure')).toBe(false)
  })
})
