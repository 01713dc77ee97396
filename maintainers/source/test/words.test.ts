import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { identifiersIn, wordsOf } from '../identifiers'
import { privateWordsIn } from '../private-words'
import { trackedFiles } from '../tracked-files'

const CODE = /\.(?:tsx?|mjs|js)$/
const files = trackedFiles().filter((file) => CODE.test(file) && !file.endsWith('.d.ts'))

/** Names still to be changed, by room and word. Nothing may be added here. */
const STILL: Readonly<Record<string, readonly string[]>> = {
  'src/': ['grant', 'lease', 'proof', 'keeper', 'gate', 'origin'],
  'server/': ['grant', 'lease', 'proof', 'gate', 'gather', 'origin', 'spend', 'outbox', 'desk'],
  'simulator/': ['grant', 'gate', 'outbox', 'desk', 'stage', 'hands'],
  'test/': ['grant', 'lease', 'proof', 'gate', 'desk', 'stage', 'hands'],
  'maintainers/': ['outbox', 'desk', 'stage', 'hands', 'proof', 'gate'],
  'scripts/': ['desk', 'gate', 'origin'],
  'config/': ['stage'],
}

const isKnown = (file: string, word: string) =>
  Object.entries(STILL).some(([room, words]) => file.startsWith(room) && words.includes(word))

describe('the words of this code', () => {
  it('are those of the field, in every name', () => {
    const found = files.flatMap((file) =>
      [...identifiersIn(file, readFileSync(file, 'utf8'))].flatMap((name) =>
        privateWordsIn(name)
          .filter((word) => !isKnown(file, word))
          .map(() => `${file}: ${name}`),
      ),
    )
    expect(found).toEqual([])
  })

  it('are those of the field, in every file name', () => {
    const found = files.filter((file) =>
      privateWordsIn(basename(file).replace(/\.\w+$/, '')).some((word) => !isKnown(file, word)),
    )
    expect(found).toEqual([])
  })
})

describe('the check of words', () => {
  it('finds a word inside of a name', () => {
    expect(wordsOf('readLeaseOf_HTML')).toEqual(['read', 'lease', 'of', 'html'])
    expect(privateWordsIn('readLease')).toEqual(['lease'])
  })

  it('leaves names of the field alone', () => {
    expect(privateWordsIn('AuthGateProps')).toEqual([])
    expect(privateWordsIn('grant_type')).toEqual([])
  })
})
