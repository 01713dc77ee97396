import { draftOf, forgetDraft, keepDraft } from '../../../../src/features/notes/draft'
import NoteEditPage from '../../../../src/pages/notes/edit/index'
import { alice, answered, refused } from '../../../kit/fake-backend'
import { fakeClock } from '../../../kit/fake-clock'
import { fakePlatform } from '../../../kit/fake-platform'
import { memoryStorage } from '../../../kit/memory-storage'
import { wechat } from '../../../kit/stubs/taro'
import { asMember, note } from './kit'

const { id } = note(1)
const phone = (storage = memoryStorage()) => {
  const clock = fakeClock()
  return { clock, storage, platform: fakePlatform({ clock, storage }) }
}

beforeEach(() => wechat.reset())

describe('drafts of the editor of notes', () => {
  it('the editor of notes keeps what is typed when WeChat ends the app, and erases it when the note is saved', async () => {
    const { clock, storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Half a')
    clock.advance(300)
    page.unmount()

    const again = await asMember(NoteEditPage, platform)
    expect(again.byId('note-title')).toHaveProperty('value', 'Half a')
    expect(again.has('note-draft')).toBe(true)
    await again.tap('note-save')
    const made = note(1, { title: 'Half a', body: '' })
    await again.settled(() => again.network.answer(answered(made, 201)))
    expect(storage.get('notes.draft')).toEqual([])
  })

  it('the editor of notes keeps what was typed a moment before the app is hidden', async () => {
    const { storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Half a')
    wechat.hide()
    expect(draftOf(storage, alice.id, null)).toMatchObject({ title: 'Half a' })
  })

  it('the editor of notes writes no draft back when the member signs out right after the last key', async () => {
    const { storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Secret')
    await page.settled(() => void page.auth.signOut())
    expect(page.has('note-title')).toBe(false)
    expect(storage.get('notes.draft')).toBeUndefined()
  })

  it('the editor of notes keeps what was typed a moment before the save that found the session expired', async () => {
    const { storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Half a')
    await page.tap('note-save')
    await page.settled(() => page.network.answer(refused(401)))
    await page.settled(() => page.network.answer(refused(404)))
    expect(page.has('note-title')).toBe(false)
    expect(draftOf(storage, alice.id, null)).toMatchObject({ title: 'Half a' })
  })

  it('the editor of notes keeps what is typed of one note while another is written and saved', async () => {
    const { clock, storage, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Unfinished')
    clock.advance(300)
    page.unmount()

    wechat.answer('params', { id })
    const other = await asMember(NoteEditPage, platform)
    await other.settled(() => other.network.answer(answered(note(1))))
    await other.type('note-body', 'Changed')
    clock.advance(300)
    await other.tap('note-save')
    await other.settled(() => other.network.answer(answered(note(1, { version: 2 }))))
    other.unmount()

    wechat.reset()
    const again = await asMember(NoteEditPage, platform)
    expect(again.byId('note-title')).toHaveProperty('value', 'Unfinished')
    expect(storage.get('notes.draft')).toHaveLength(1)
  })

  it('the editor of notes keeps the drafts of the last twenty notes, so that the device has room for them', () => {
    const { storage } = phone()
    for (let n = 0; n < 30; n += 1) {
      keepDraft(storage, alice.id, { ...note(1), id: `note-${n}`, version: 1 })
    }
    expect(draftOf(storage, alice.id, 'note-9')).toBeNull()
    expect(draftOf(storage, alice.id, 'note-10')).toMatchObject({ id: 'note-10' })
    forgetDraft(storage, alice.id, 'note-10')
    expect(draftOf(storage, alice.id, 'note-10')).toBeNull()
    expect(draftOf(storage, alice.id, 'note-29')).toMatchObject({ id: 'note-29' })
  })

  it('the editor of notes does not take what is typed now for a draft of before when the member is fetched again', async () => {
    const { clock, platform } = phone()
    const page = await asMember(NoteEditPage, platform)
    await page.type('note-title', 'Half a')
    clock.advance(300)
    await page.settled(() => void page.actions.refresh())
    await page.settled(() => page.network.answer(answered({ ...alice, nickname: 'Alicia' })))
    expect(page.session()).toMatchObject({ user: { nickname: 'Alicia' } })
    expect(page.has('note-draft')).toBe(false)
  })

  it('the editor of notes shows no one the draft of another person', async () => {
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

  it.each([
    ['an earlier version of the app', { title: 'Old', body: 'text' }, 'Old'],
    ['something else', { title: 7 }, ''],
    ['a text', undefined, ''],
  ])('the editor of notes opens over a draft that %s has stored', async (_what, kept, title) => {
    const { storage, platform } = phone()
    storage.set('notes.draft', kept ? { ...kept, id, version: 0, userId: alice.id } : '{"id":')
    const page = await asMember(NoteEditPage, platform)
    expect(page.byId('note-title')).toHaveProperty('value', title)
  })
})
