import { BaasError, CODE } from '../../../../src/baas/errors'
import NotesPage from '../../../../src/pages/notes/index'
import { granted, refused } from '../../../kit/fake-backend'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import { asGuest, asMember, note, pageOf } from './kit'

beforeEach(() => wechat.reset())

describe('the list of notes', () => {
  it('the list of notes says that there are none yet', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([])))
    expect(page.text('notes-empty')).toContain('还没有笔记')
  })

  it('the list of notes shows the newest first, and more at its end, each once', async () => {
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

  it('the list of notes keeps what it shows when fetching more fails, and offers another try', async () => {
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

  it('the list of notes is fetched again when the page is pulled down', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(1)])))
    await page.settled(() => wechat.pull())
    await page.settled(() => page.network.answer(pageOf([note(3), note(1)])))
    expect(page.text('note-0')).toContain('Note 3')
    expect(wechat.calls('stopPullDownRefresh')).toHaveLength(1)
  })

  it('the list of notes fetches as many again as it shows when a person comes back, and at most 50', async () => {
    const page = await asMember(NotesPage)
    const some = (count: number) => Array.from({ length: count }, (_, place) => note(count - place))
    await page.settled(() => page.network.answer(pageOf(some(60).slice(0, 20), 'after-20')))
    await page.tap('notes-more')
    await page.settled(() => page.network.answer(pageOf(some(60).slice(20, 40), 'after-40')))
    await page.settled(() => wechat.show())
    expect(page.network.paths().at(-1)).toBe('/ext/v1/notes/?limit=40')
    await page.settled(() => page.network.answer(pageOf(some(39), 'after-40')))
    expect(page.text('note-38')).toContain('Note 1')
    expect(page.has('note-39')).toBe(false)
    await page.tap('notes-more')
    expect(page.network.paths().at(-1)).toBe('/ext/v1/notes/?limit=20&after=after-40')
    await page.settled(() => page.network.answer(pageOf(some(60), 'after-60')))
    await page.settled(() => wechat.show())
    expect(page.network.paths().at(-1)).toBe('/ext/v1/notes/?limit=50')
  })

  it('the list of notes fetches no more while it is fetched again, or what is new would be dropped', async () => {
    const page = await asMember(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(1)], 'after-1')))
    await page.settled(() => wechat.show())
    await page.tap('notes-more')
    await page.settled(() => page.network.answer(pageOf([note(3), note(1)], 'after-1')))
    expect(page.text('note-0')).toContain('Note 3')
    expect(page.network.waiting).toHaveLength(0)
  })

  it('the sign-in sheet of the notes shows no failure of another page', async () => {
    const page = await asGuest(NotesPage)
    await page.settled(() => page.network.answer(pageOf([])))
    await page.settled(() => void page.actions.signIn({ username: 'alice' }, 'wrong'))
    await page.settled(() => page.network.answer(refused(400)))
    await page.tap('note-write')
    expect(page.has('gate')).toBe(true)
    expect(page.has('gate-failure')).toBe(false)
  })

  it('the list of notes shows guests samples, and asks them in place before they write', async () => {
    const page = await asGuest(NotesPage)
    await page.settled(() => page.network.answer(pageOf([note(0, { version: 0 })])))
    expect(page.text('note-0')).toContain('Note 0')
    await page.tap('note-write')
    expect(page.has('gate')).toBe(true)
    expect(wechat.calls('navigateTo')).toEqual([])
  })

  it('the list of notes shows a person who wants to write that it waits for the launch', async () => {
    const page = renderPage(NotesPage)
    await page.settled(() => void page.auth.launch())
    await page.tap('note-write')
    expect(page.byId('note-write').className).toContain('button-busy')
    await page.settled(() => page.network.answer(granted()))
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/notes/edit/index' }])
  })

  it('the list of notes opens the editor for a member', async () => {
    const page = await asMember(NotesPage)
    await page.tap('note-write')
    expect(wechat.calls('navigateTo')).toEqual([{ url: '/pages/notes/edit/index' }])
  })
})
