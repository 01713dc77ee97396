import { notesTexts } from '../../src/i18n/notes'
import { createPhoneMemory } from '../../simulator/index'
import { useWorld } from './kit/use-world'

const texts = notesTexts['zh-CN']

describe('notes, in the built bundle', () => {
  const world = useWorld()

  const member = async (person: string) => {
    const app = await world.open(person)
    await app.tap('home-notes')
    await app.tap('note-write')
    await app.tap('gate-continue')
    return app
  }

  it('the notes are samples for a guest, and their own once they have signed in to write', async () => {
    const app = await world.open('noor')
    await app.tap('home-notes')
    expect(app.has('note-0')).toBe(true)
    await app.tap('note-0')
    expect(app.has('note-text')).toBe(true)
    await app.back()
    await app.tap('note-write')
    await app.tap('gate-continue')
    expect(app.page()).toBe('pages/notes/edit/index')
    await app.input('note-title', 'Groceries')
    await app.input('note-body', 'Milk and bread')
    await app.tap('note-save')
    expect(app.page()).toBe('pages/notes/index')
    expect(app.text('note-0')).toContain('Groceries')

    const again = await world.open('noor')
    await again.tap('home-notes')
    expect(again.text('note-0')).toContain('Milk and bread')
  })

  it('the notes show that they were edited on another phone, and lose neither text', async () => {
    const first = await member('omar')
    await first.input('note-title', 'Plan')
    await first.tap('note-save')
    await first.tap('note-0')
    await first.tap('note-edit')

    const second = await world.open('omar')
    await second.tap('home-notes')
    await second.tap('note-0')
    await second.tap('note-edit')
    await second.input('note-body', 'from the second')
    await second.tap('note-save')

    await first.input('note-body', 'from the first')
    await first.tap('note-save')
    expect(first.text('note-conflict')).toContain(texts.edited)
    await first.tap('note-keep-mine')
    expect(first.text('note-text')).toBe('from the first')
  })

  it('the notes keep what was typed when WeChat ends the app', async () => {
    const memory = createPhoneMemory()
    const app = await world.open('pim', { memory })
    await app.tap('home-notes')
    await app.tap('note-write')
    await app.tap('gate-continue')
    await app.input('note-title', 'Half a thought')
    await app.back()

    const again = await world.open('pim', { memory })
    await again.tap('home-notes')
    await again.tap('note-write')
    expect(again.has('note-draft')).toBe(true)
    await again.tap('note-save')
    expect(again.text('note-0')).toContain('Half a thought')
  })

  it('the notes can be deleted, and brought back', async () => {
    const app = await member('quirin')
    await app.input('note-title', 'By mistake')
    await app.tap('note-save')
    await app.tap('note-0')
    await app.tap('note-delete')
    await app.tap('note-undo')
    expect(app.text('note-heading')).toBe('By mistake')
  })

  it('the notes carry a picture, and can be read by a friend without an account until sharing ends', async () => {
    const app = await member('ria')
    await app.input('note-title', 'A cat')
    await app.tap('note-picture-add')
    await app.tap('note-save')
    await app.tap('note-0')
    await app.tap('note-share-on')
    expect(app.has('note-share')).toBe(true)
    const { path } = app.share() as { path: string }

    const friend = await world.open('sten', { url: path })
    expect(friend.text('note-heading')).toBe('A cat')
    await app.tap('note-share-off')
    const later = await world.open('sten', { url: path })
    expect(later.text('note-failure')).toContain(texts.gone)
  })
})
