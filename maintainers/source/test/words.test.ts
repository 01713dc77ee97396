import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { identifiersIn, wordsOf } from '../identifiers'
import { privateWordsIn } from '../private-words'
import { trackedFiles } from '../tracked-files'

const CODE = /\.(?:tsx?|mjs|js)$/
const files = trackedFiles().filter((file) => CODE.test(file) && !file.endsWith('.d.ts'))

describe('the words of this code', () => {
  it('every name in code is made of the words of the field', () => {
    const found = files.flatMap((file) =>
      [...identifiersIn(file, readFileSync(file, 'utf8'))].flatMap((name) =>
        privateWordsIn(name).map((word) => `${file}: ${name} (${word})`),
      ),
    )
    expect(found).toEqual([])
  })

  it('every name of a file is made of the words of the field', () => {
    const found = files.filter(
      (file) => privateWordsIn(basename(file).replace(/\.\w+$/, '')).length > 0,
    )
    expect(found).toEqual([])
  })
})

describe('the check of words', () => {
  it('the check of words finds a word inside of a name', () => {
    expect(wordsOf('readLeaseOf_HTML')).toEqual(['read', 'lease', 'of', 'html'])
    expect(privateWordsIn('readLease')).toEqual(['lease'])
    expect(privateWordsIn('forgivenProofs')).toEqual(['forgiven', 'proofs'])
  })

  it('the check of words leaves names of the field alone', () => {
    expect(privateWordsIn('AuthGateProps')).toEqual([])
    expect(privateWordsIn('grant_type')).toEqual([])
  })
})
