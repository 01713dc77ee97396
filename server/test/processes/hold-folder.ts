import { holdFolder } from '../../src/db/folder-lock'

/** `hold-folder <folder>`: on a message over IPC, tries to hold the folder, and says `owner`, `taken` or `lost`. */
const [, , folder = ''] = process.argv
const say = (word: string) => process.send?.(word)

process.on('message', () => {
  holdFolder(folder, () => say('lost')).then(
    () => say('owner'),
    () => say('taken'),
  )
})
say('ready')
