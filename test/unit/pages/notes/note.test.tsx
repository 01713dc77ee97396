import { BaasError } from '../../../../src/baas/errors'
import NotePage from '../../../../src/pages/notes/note/index'
import { answered, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { asGuest, asMember, note, pageOf } from './kit'

const { id } = note(1)
const SHARE = 'a-share-id-of-22-chars'

beforeEach(() => wechat.reset())

describe('the page of a note', () => {
  const own = async (more: object = {}) => {
    wechat.answer('params', { id })
    const page = await asMember(NotePage)
    await page.settled(() => page.network.answer(answered(note(1, more))))
    return page
  }

  it('the page of a note shows the note and leads to its editor', async () => {
    const page = await own()
    expect(page.text('note-heading')).toBe('Note 1')
    expect(page.text('note-text')).toBe('Text of 1')
    await page.tap('note-edit')
    expect(wechat.calls('navigateTo')).toEqual([{ url: `/pages/notes/edit/index?id=${id}` }])
  })

  it('the page of a note takes a deletion back', async () => {
    const page = await own()
    await page.tap('note-delete')
    expect(page.network.requests.at(-1)).toMatchObject({ method: 'DELETE' })
    await page.settled(() => page.network.answer(answered({ status: 'ok' })))
    expect(page.text('note-removed')).toContain('笔记已删除')
    await page.tap('note-undo')
    await page.settled(() => page.network.answer(answered(note(1))))
    await page.settled(() => page.network.answer(answered(note(1))))
    expect(page.text('note-heading')).toBe('Note 1')
  })

  it('the page of a note offers no card of a note that is not shared', async () => {
    const page = await own()
    expect(page.has('note-share')).toBe(false)
    expect(wechat.share()).toEqual({ title: '笔记', path: '/pages/notes/index' })
  })

  it('the page of a note shares a note by a card that leads to it, once its owner has said so', async () => {
    const page = await own()
    await page.tap('note-share-on')
    await page.settled(() => page.network.answer(answered({ share_id: SHARE })))
    await page.settled(() => page.network.answer(answered(note(1, { share_id: SHARE }))))
    expect(page.has('note-share')).toBe(true)
    expect(wechat.share()).toEqual({
      title: 'Note 1',
      path: `/pages/notes/note/index?share=${SHARE}`,
    })
    await page.tap('note-share-off')
    expect(page.network.requests.at(-1)).toMatchObject({ method: 'DELETE' })
  })

  it('the page of a note offers no card of a shared note once it is deleted, and one again when that is taken back', async () => {
    const page = await own({ share_id: SHARE })
    await page.tap('note-delete')
    await page.settled(() => page.network.answer(answered({ status: 'ok' })))
    expect(wechat.share()).toEqual({ title: '笔记', path: '/pages/notes/index' })
    await page.tap('note-undo')
    await page.settled(() => page.network.answer(answered(note(1, { share_id: SHARE }))))
    await page.settled(() => page.network.answer(answered(note(1, { share_id: SHARE }))))
    expect(wechat.share()).toMatchObject({ path: `/pages/notes/note/index?share=${SHARE}` })
  })

  it('the page of a note leaves the note on screen while it is fetched again, and when the network is lost meanwhile', async () => {
    const page = await own({ share_id: SHARE })
    await page.settled(() => wechat.show())
    expect(page.text('note-text')).toBe('Text of 1')
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.text('note-text')).toBe('Text of 1')
    await page.settled(() => wechat.show())
    await page.settled(() => page.network.answer(answered(note(1, { body: 'Newer' }))))
    expect(page.text('note-text')).toBe('Newer')
    await page.settled(() => wechat.show())
    await page.settled(() => page.network.answer(refused(404)))
    expect(page.text('note-failure')).toContain('不在了')
  })

  it('the page of a note never shows a note as it was before its editor was opened', async () => {
    const page = await own()
    await page.tap('note-edit')
    await page.settled(() => wechat.show())
    expect(page.has('note-text')).toBe(false)
    await page.settled(() => page.network.fail(new BaasError(600)))
    expect(page.has('note-failure-retry')).toBe(true)
  })

  it('the page of a note says that a note is gone, and offers no other try', async () => {
    wechat.answer('params', { id })
    const page = await asMember(NotePage)
    await page.settled(() => page.network.answer(refused(404)))
    expect(page.text('note-failure')).toContain('不在了')
    expect(page.has('note-failure-retry')).toBe(false)
  })

  it.each<[string, object]>([
    ['with a number for a title', { ...note(1), title: 1 }],
    ['without a version', note(1, { version: undefined })],
    ['with a text for a moment', note(1, { updated_at: 'yesterday' })],
  ])(
    'the page of a note calls no note gone for an answer it cannot read, and offers another try: %s',
    async (_, body) => {
      wechat.answer('params', { id })
      const page = await asMember(NotePage)
      await page.settled(() => page.network.answer(answered(body)))
      expect(page.text('note-failure')).toContain('出了点问题')
      expect(page.has('note-failure-retry')).toBe(true)
    },
  )

  it('the page of a note says that a sample is gone which is not among those of the server', async () => {
    wechat.answer('params', { sample: 'older' })
    const page = await asGuest(NotePage)
    await page.settled(() => page.network.answer(pageOf([note(1)])))
    expect(page.text('note-failure')).toContain('不在了')
    expect(page.has('note-failure-retry')).toBe(false)
  })

  it('the page of a shared note is shown to who has signed out before it arrived', async () => {
    wechat.answer('params', { share: SHARE })
    const page = await asMember(NotePage)
    await page.settled(() => void page.auth.signOut())
    await page.settled(() => page.network.answer(answered(note(1))))
    expect(page.text('note-text')).toBe('Text of 1')
  })

  it('the page of a shared note can be read by a guest who got its card, who may then write their own', async () => {
    wechat.answer('params', { share: SHARE })
    const page = await asGuest(NotePage)
    await page.settled(() => page.network.answer(answered(note(1))))
    expect(page.text('note-text')).toBe('Text of 1')
    expect(page.has('note-edit')).toBe(false)
    await page.tap('note-write')
    expect(page.has('gate')).toBe(true)
  })
})
