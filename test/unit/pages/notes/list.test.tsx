import { BaasError, CODE } from '../../../../src/baas/errors'
import NotesPage from '../../../../src/pages/notes/index'
import { wechat } from '../../../kit/stubs/taro'
import { asGuest, asMember, note, pageOf } from './kit'

beforeEach(() => wechat.reset())

describe('the list of notes', () => {
  it('says that there are none yet', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([])))
    expect(page.text('notes-empty')).toContain('还没有笔记')
  })

  it('shows the newest first, and more at its end, each once', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(2), note(1)], 'after-1')))
    await page.tap('notes-more')
    expect(page.network.paths().at(-1)).toBe('/ext/v1/notes/?limit=20&after=after-1')
    await page.settled(() => page.network.answer(pageOf([note(1), note(0)])))
    expect(['note-0', 'note-1', 'note-2'].map((id) => page.text(id))).toEqual([
      'Note 2Text of 2',
      'Note 1Text of 1',
      'Note 0Text of 0',
    ])
    expect(page.has('note-3')).toBe(false)
    expect(page.has('notes-more')).toBe(false)
  })

  it('keeps what it shows when fetching more fails, and offers another try', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(1)], 'after-1')))
    await page.tap('notes-more')
    await page.settled(() => page.network.fail(new BaasError(CODE.networkDisconnected)))
    expect(page.text('notes-failure')).toContain('网络')
    expect(page.has('note-0')).toBe(true)
    await page.tap('notes-failure-retry')
    await page.settled(() => page.network.answer(pageOf([note(2), note(1)])))
    expect(page.has('notes-failure')).toBe(false)
    expect(page.text('note-0')).toContain('Note 2')
  })

  it('is fetched again when the page is pulled down', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(1)])))
    await page.settled(() => wechat.pull())
    await page.settled(() => page.network.answer(pageOf([note(3), note(1)])))
    expect(page.text('note-0')).toContain('Note 3')
    expect(wechat.calls('stopPullDownRefresh')).toHaveLength(1)
  })

  it('shows guests samples, and asks them in place before they write', async () => {
    const page = await asGuest(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(0, { version: 0 })])))
    expect(page.text('note-0')).toContain('Note 0')
    await page.tap('note-write')
    expect(page.has('gate')).toBe(true)
    expect(wechat.calls('navigateTo')).toEqual([])
  })

  it('opens the editor for a member', async () => {
    const page = await asMember(NotesPage)
    await page.tap('note-write')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/notes/edit/index' }])
  })
})
