import { forgetDraftAtSignOut } from '../../../../src/features/notes/forget-draft-at-sign-out'
import { noteId } from '../../../../src/features/notes/note-id'
import { granted, settle } from '../../../kit/fake-backend'
import { launchedWith } from '../../../kit/make-auth'
import { memoryStorage } from '../../../kit/memory-storage'

describe('the draft of a note', () => {
  it('the draft of a note is erased from the device at sign-out', async () => {
    const storage = memoryStorage()
    const { auth } = await launchedWith(granted())
    forgetDraftAtSignOut(auth, storage)
    storage.set('notes.draft', { title: 'Secret' })
    void auth.signOut()
    await settle()
    expect(storage.get('notes.draft')).toBeUndefined()
  })
})

describe('the id of a new note', () => {
  it('the id of a new note is a UUID of version 4, whatever the bytes are', () => {
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    for (const byte of [0, 7, 0xff]) expect(noteId(Array<number>(16).fill(byte))).toMatch(uuid)
  })
})
