import { nicknameRefusal } from '../../src/accounts/users/nickname'
import { isFitUsername } from '../../src/security/username'
import { BLANK } from '../../src/security/visible-text'

const BLANKS = new RegExp(`[${BLANK}]`, 'u')
const isBlank = (character: string) => BLANKS.test(character)

/** Every character of Unicode for which `isIt` holds. */
const charactersThat = (isIt: (character: string) => boolean): string[] => {
  const found: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    if (isIt(character)) found.push(character)
  }
  return found
}

const NAMED: ReadonlyArray<readonly [what: string, characters: string]> = [
  ['Hangul fillers', '\u115f\u1160\u3164\uffa0'],
  ['the empty braille cell', '\u2800'],
  ['the null notehead and musical formatting', '\u{1d159}\u{1d173}\u{1d17a}'],
  ['variation selectors', '\u180b\u180f\ufe00\u{e0100}'],
  ['tags', '\u{e0001}\u{e0020}\u{e007f}'],
  ['the Mongolian vowel separator', '\u180e'],
  ['inherent vowels of Khmer', '\u17b4\u17b5'],
  ['the object replacement character', '\ufffc'],
  ['Egyptian blanks and the mirror', '\u{13440}\u{13441}\u{13442}'],
  ['the Khitan filler', '\u{16fe4}'],
  ['joiners of Tifinagh letters and Brahmi numbers', '\u2d7f\u{1107f}'],
]

describe('a character that is drawn as nothing', () => {
  it.each(NAMED)('a character that is drawn as nothing is on the list: %s', (_what, characters) => {
    expect([...characters].filter((each) => !isBlank(each))).toEqual([])
  })

  it('a character that is drawn as nothing makes no username, alone or in one', () => {
    const blanks = charactersThat(isBlank)
    expect(blanks.length).toBeGreaterThan(4_000)
    const taken = blanks.filter((each) => isFitUsername(each) || isFitUsername(`a${each}b`))
    expect(taken).toEqual([])
  })

  it('a character that is drawn as nothing makes no nickname', () => {
    const seen = charactersThat(isBlank).filter((each) => nicknameRefusal(each) === undefined)
    expect(seen).toEqual([])
  })

  it('a character that is drawn as nothing by itself, a mark or a format control, makes no name either', () => {
    const alone = charactersThat((each) => /[\p{M}\p{C}\p{Z}]/u.test(each))
    const taken = alone.filter((each) => isFitUsername(each) || nicknameRefusal(each) === undefined)
    expect(taken).toEqual([])
  })
})
