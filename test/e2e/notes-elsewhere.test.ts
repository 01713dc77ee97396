import { failureTexts } from '../../src/i18n/failure'
import { notesTexts } from '../../src/i18n/notes'
import { createNetwork, type RunningApp } from '../../simulator/index'
import { useWorld } from './kit/use-world'

const texts = notesTexts['zh-CN']
const OFFLINE = failureTexts['zh-CN'].offline

const world = useWorld()

/** A member on the list of their notes, of which the first has this title. */
const withNote = async (person: string, title: string, network = createNetwork(world.hosts)) => {
  const app = await world.open(person, { network })
  await app.tap('home-notes')
  await app.tap('note-write')
  await app.tap('gate-continue')
  await app.input('note-title', title)
  await app.tap('note-save')
  return app
}

/** The same person on another phone, in front of their first note. */
const onAnotherPhone = async (person: string) => {
  const app = await world.open(person)
  await app.tap('home-notes')
  await app.tap('note-0')
  return app
}

const openEditor = async (app: RunningApp) => {
  await app.tap('note-0')
  await app.tap('note-edit')
}

describe('a note that two phones change at once', () => {
  it('a note that one phone has deleted is restored with what the other has written, when the person wants it', async () => {
    const writing = await withNote('taru', 'Plan')
    await openEditor(writing)
    await (await onAnotherPhone('taru')).tap('note-delete')
    await writing.input('note-body', 'Not lost')
    await writing.tap('note-save')
    expect(writing.text('note-conflict')).toContain(texts.deleted)
    expect(writing.value('note-body')).toBe('Not lost')
    await writing.tap('note-keep-mine')
    expect(writing.text('note-text')).toBe('Not lost')
    expect((await onAnotherPhone('taru')).text('note-text')).toBe('Not lost')
  })

  it('a note that one phone has deleted stays deleted when the person discards what they have written, and the editor says so', async () => {
    const writing = await withNote('ulf', 'Plan')
    await openEditor(writing)
    await (await onAnotherPhone('ulf')).tap('note-delete')
    await writing.input('note-body', 'Given up')
    await writing.tap('note-save')
    await writing.tap('note-take-theirs')
    expect(writing.text('note-failure')).toContain(texts.gone)
  })

  it('a note is deleted by both phones without a fault, and comes back for both', async () => {
    const first = await withNote('vivi', 'Twice')
    await first.tap('note-0')
    const second = await onAnotherPhone('vivi')
    await first.tap('note-delete')
    await second.tap('note-delete')
    expect(second.text('note-removed')).toBe(texts.removed)
    await first.tap('note-undo')
    await second.tap('note-undo')
    expect(first.text('note-heading')).toBe('Twice')
    expect(second.text('note-heading')).toBe('Twice')
  })

  it('a note that one phone has deleted is gone on the other, which wanted to share it', async () => {
    const sharing = await withNote('wim', 'Secret')
    await sharing.tap('note-0')
    await (await onAnotherPhone('wim')).tap('note-delete')
    await sharing.tap('note-share-on')
    expect(sharing.text('note-failure')).toContain(texts.gone)
  })

  it('a shared note is gone for its reader once its owner has deleted it, and back when the owner undoes that', async () => {
    const owner = await withNote('xaver', 'A recipe')
    await owner.tap('note-0')
    await owner.tap('note-share-on')
    const { path } = owner.share() as { path: string }
    await owner.tap('note-delete')
    const reader = await world.open('ylva', { url: path })
    expect(reader.text('note-failure')).toContain(texts.gone)
    expect(reader.has('note-write')).toBe(true)
    await owner.tap('note-undo')
    expect((await world.open('ylva', { url: path })).text('note-heading')).toBe('A recipe')
  })
})

describe('an editor of notes that is open while another person signs in on the same phone', () => {
  it('an open editor is empty for the next person on the phone, and what they save is theirs alone', async () => {
    const app = await withNote('zofia', 'Of the first')
    await openEditor(app)
    await app.input('note-body', 'Not for others')
    const other = await world.open('zofia')
    await other.tapTab('pages/me/index')
    await other.tap('me-account')
    await other.tap('account-sessions')
    await other.tap('sessions-end-others')
    await other.tap('sessions-end-others-sure')

    await app.tap('note-save')
    expect(app.has('note-title')).toBe(false)
    await app.tap('phone-open')
    await app.input('sms-phone', '13600007771')
    await app.tap('sms-send')
    const message = (await world.wechat.messages('13600007771')).at(-1)
    await app.input('sms-code', /\d{6}/.exec(message?.text ?? '')?.[0] ?? '')
    await app.tap('sms-submit')
    await app.back()
    expect(app.page()).toBe('pages/notes/edit/index')
    expect(app.has('note-draft')).toBe(false)
    expect(app.has('note-title')).toBe(false)
    expect(app.text('note-failure')).toContain(texts.gone)
    await app.back()
    await app.back()
    expect(app.has('notes-empty')).toBe(true)
    await other.tapTab('pages/home/index')
    await other.tap('home-notes')
    expect(other.text('note-0')).not.toContain('Not for others')
  })
})

describe('notes without a network', () => {
  it('the notes without a network say so at each step, keep what is typed, and go on once it is back', async () => {
    const network = createNetwork(world.hosts)
    const app = await withNote('abel', 'Here before', network)
    const offline = async (act: () => Promise<void>) => {
      network.switchTo('none')
      await act()
      network.switchTo('wifi')
    }

    await offline(() => app.pullDown())
    expect(app.text('notes-failure')).toContain(OFFLINE)
    expect(app.text('note-0')).toContain('Here before')
    await app.tap('notes-failure-retry')
    expect(app.has('notes-failure')).toBe(false)

    await offline(() => app.tap('note-0'))
    expect(app.text('note-failure')).toContain(OFFLINE)
    await app.tap('note-failure-retry')

    await offline(() => app.tap('note-share-on'))
    expect(app.text('note-share-failure')).toContain(OFFLINE)
    await app.tap('note-share-on')
    await offline(() => app.tap('note-share-off'))
    expect(app.text('note-share-failure')).toContain(OFFLINE)

    await offline(() => app.tap('note-edit'))
    expect(app.text('note-failure')).toContain(OFFLINE)
    await app.tap('note-failure-retry')
    await app.input('note-body', 'On the train')
    await offline(() => app.tap('note-picture-add'))
    expect(app.text('note-picture-failure')).toBe(texts.pictureFailed)
    await offline(() => app.tap('note-save'))
    expect(app.text('note-failure')).toContain(OFFLINE)
    expect(app.value('note-body')).toBe('On the train')
    await app.tap('note-save')
    expect(app.text('note-text')).toBe('On the train')

    await offline(() => app.tap('note-delete'))
    expect(app.text('note-delete-failure')).toContain(OFFLINE)
    await app.tap('note-delete')
    await offline(() => app.tap('note-undo'))
    expect(app.text('note-undo-failure')).toContain(OFFLINE)
    await app.tap('note-undo')
    expect(app.text('note-text')).toBe('On the train')
  })

  it('the notes are offered again to a guest whose list of samples did not arrive', async () => {
    const network = createNetwork(world.hosts)
    const app = await world.open('bibi', { network })
    network.switchTo('none')
    await app.tap('home-notes')
    expect(app.text('notes-failure')).toContain(OFFLINE)
    network.switchTo('wifi')
    await app.tap('notes-failure-retry')
    expect(app.has('note-0')).toBe(true)
  })
})
