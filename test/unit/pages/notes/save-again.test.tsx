import NoteEditPage from '../../../../src/pages/notes/edit/index'
import { answered, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { asMember, note } from './kit'

const { id } = note(1)
const conflict = () => refused(409, 'edited', { error_code: 'note_conflict' })

beforeEach(() => wechat.reset())

describe('the editor of notes, another time', () => {
  it('a new note that was edited after a try whose answer was lost is saved as it was edited', async () => {
    const page = await asMember(NoteEditPage)
    await page.type('note-title', 'Groceries')
    await page.type('note-body', 'Milk')
    await page.tap('note-save')
    await page.settled(() => page.network.fail(new Error('lost')))
    await page.type('note-body', 'Milk and bread')
    await page.tap('note-save')
    // The server keeps the first one, and answers it as it is there.
    const made = note(1, { title: 'Groceries', body: 'Milk' })
    await page.settled(() => page.network.answer(answered(made, 201)))
    expect(page.network.requests.at(-1)).toMatchObject({
      method: 'PUT',
      body: { title: 'Groceries', body: 'Milk and bread', version: 1 },
    })
    expect(wechat.calls('switchTab')).toHaveLength(0)
    await page.settled(() =>
      page.network.answer(answered({ ...made, body: 'Milk and bread', version: 2 })),
    )
    expect(wechat.calls('switchTab')).toHaveLength(1)
  })

  it('a new note that another device edited after a try whose answer was lost is overwritten by no one unasked', async () => {
    const page = await asMember(NoteEditPage)
    await page.type('note-title', 'Groceries')
    await page.tap('note-save')
    await page.settled(() => page.network.fail(new Error('lost')))
    await page.tap('note-save')
    const theirs = note(1, { title: 'Groceries', body: 'Theirs', version: 3 })
    await page.settled(() => page.network.answer(answered(theirs, 201)))
    await page.settled(() => page.network.answer(conflict()))
    expect(page.has('note-conflict')).toBe(true)
  })

  it('a title that was emptied beside a conflict is asked for before anything is kept', async () => {
    wechat.answer('params', { id })
    const page = await asMember(NoteEditPage)
    await page.settled(() => page.network.answer(answered(note(1))))
    await page.type('note-title', ' Mine ')
    await page.tap('note-save')
    await page.settled(() => page.network.answer(conflict()))
    const before = page.network.requests.length
    await page.type('note-title', ' ')
    await page.tap('note-keep-mine')
    expect(page.text('note-title-under')).toBe('请填写标题。')
    expect(page.network.requests).toHaveLength(before)
    await page.type('note-title', ' Mine ')
    await page.tap('note-keep-mine')
    await page.settled(() => page.network.answer(answered(note(1, { version: 7 }))))
    expect(page.network.requests.at(-1)).toMatchObject({ body: { title: 'Mine', version: 7 } })
  })
})
