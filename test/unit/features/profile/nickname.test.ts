import { nicknameRefusal } from '../../../../server/src/accounts/users/nickname'
import { countGraphemes } from '../../../../src/features/profile/graphemes'
import { nicknameProblem } from '../../../../src/features/profile/nickname'

const FAMILY = '👨‍👩‍👧‍👦'
const KISS = '👩🏻‍❤️‍💋‍👨🏻'
const ENGLAND = '🏴󠁧󠁢󠁥󠁮󠁧󠁿'

const UNSEEN: ReadonlyArray<readonly [what: string, name: string]> = [
  ['zero-width spaces', '\u200b\u200b'],
  ['joiners', '\u200d\u200c'],
  ['a byte order mark', '\ufeff\u2060'],
  ['a soft hyphen', '\u00ad'],
  ['a combining grapheme joiner', '\u034f\u034f'],
  ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
  ['the empty braille cell', '\u2800\u2800'],
  ['the ideographic space inside of others', '\u200b\u3000\u200b'],
  ['variation selectors', '\ufe0f\u{e0100}'],
  ['tags', '\u{e0041}\u{e007f}'],
  ['an object replacement character', '\ufffc'],
  ['the null notehead', '\u{1d159}'],
  ['blank hieroglyphs', '\u{13441}\u{13442}'],
  ['a mark without its letter', '\u0301'],
  ['a private character', '\ue000\u{f0000}'],
  ['an unassigned character', '\u0378\u{e0fff}'],
  ['a noncharacter', '\ufdd0\uffff'],
  ['half a character', '\ud83d'],
  ['half a character after a letter', 'a\udc00'],
  ['a line break', 'Lin\nXiaoman'],
  ['a tabulator', 'Lin\tXiaoman'],
  ['a null', 'Lin\u0000'],
  ['an escape', '\u001b[31mLin'],
  ['a line separator', 'Lin\u2028Xiaoman'],
  ['a right-to-left override', 'Lin\u202eXiaoman'],
  ['isolates', '\u2066Lin\u2069'],
  ['bidirectional marks alone', '\u200e\u200f\u061c'],
  ['musical formatting', '\u{1d173}\u{1d17a}'],
]

const GOOD: ReadonlyArray<readonly [what: string, name: string]> = [
  ['one Han character', '林'],
  ['one emoji', '🍵'],
  ['one digit', '7'],
  ['one sign', '♪'],
  ['a Latin name of 24 letters', 'Maximiliana Wolfeschlegel'],
  ['a Persian name with its zero-width non-joiner', 'مهدی\u200cار'],
  ['a Thai name', 'น้ำผึ้ง'],
  ['a Hindi name', 'क्षत्रिय'],
  ['a Hangul name in pieces', '한글이'.normalize('NFD')],
  ['thirty Han characters', '很'.repeat(30)],
  ['thirty families', FAMILY.repeat(30)],
  ['thirty kisses with skin tones, the longest emoji', KISS.repeat(30)],
  ['thirty flags', '🇨🇳'.repeat(30)],
  ['thirty flags of tags', ENGLAND.repeat(30)],
  ['thirty keycaps', '1️⃣'.repeat(30)],
  ['thirty letters with an accent of their own', 'e\u0301'.repeat(30)],
  ['thirty joined Devanagari letters', 'क्ष'.repeat(30)],
  ['a replacement character, which is drawn', '\ufffd'],
]

const LONG: ReadonlyArray<readonly [what: string, name: string]> = [
  ['31 letters', 'a'.repeat(31)],
  ['31 Han characters', '很'.repeat(31)],
  ['31 families', FAMILY.repeat(31)],
  ['31 flags', '🇨🇳'.repeat(31)],
  ['a letter under five hundred marks', `a${'\u0301'.repeat(500)}`],
]

describe('a nickname, by the rule of the app and by that of the server', () => {
  it.each(UNSEEN)(
    'a nickname is refused for what is invisible or not allowed: %s',
    (_what, name) => {
      expect([nicknameProblem(name), nicknameRefusal(name)]).toEqual([
        'nickname_unseen',
        'nickname_unseen',
      ])
    },
  )

  it.each(GOOD)('a nickname may be %s', (_what, name) => {
    expect([nicknameProblem(name), nicknameRefusal(name)]).toEqual([undefined, undefined])
  })

  it.each(LONG)('a nickname is too long with %s', (_what, name) => {
    expect([nicknameProblem(name), nicknameRefusal(name)]).toEqual([
      'nickname_too_long',
      'nickname_too_long',
    ])
  })

  it('a nickname of blanks alone is missing; to the server a missing name is a withdrawn one', () => {
    expect(nicknameProblem(' \u3000 ')).toBe('nicknameMissing')
    expect(nicknameRefusal('')).toBeUndefined()
  })
})

/**
 * Number signs that stand before digits, and letters of dead scripts: the app counts them by themselves. Node 20.19.0
 * has Unicode 16, in which 11a3a is one of them; from 17 on it is none.
 */
const COUNTED_ALONE = [
  ...['600', '601', '602', '603', '604', '605', '6dd', '70f', '890', '891', '8e2', 'd4e'],
  ...['110bd', '110cd', '111c2', '111c3', '113d1', '1193f', '11941', '11a3a', '11a84', '11a85'],
  ...['11a86', '11a87', '11a88', '11a89', '11d46', '11f02'],
]

describe('counting characters as people do', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const counted = (text: string) => [...segmenter.segment(text)].length

  it('counting characters agrees with Intl.Segmenter about every character between two letters, or lets the server decide', () => {
    const isHalf = (code: number) => code >= 0xd800 && code <= 0xdfff
    const more: string[] = []
    // Beyond are Han characters, and none at all.
    for (let code = 0x20; code < 0x20000; code += 1) {
      if (isHalf(code)) continue
      const text = `a${String.fromCodePoint(code)}b`
      if (countGraphemes(text) > counted(text)) more.push(code.toString(16))
    }
    expect(more.filter((code) => !COUNTED_ALONE.includes(code))).toEqual([])
    expect(more).toEqual(expect.arrayContaining(['600', '6dd']))
  })

  it.each([FAMILY, KISS, ENGLAND, '🇨🇳', '1️⃣', '👍🏽', '🏳️‍🌈', '❤️‍🔥', '葛󠄀', 'é', '한', 'நி', 'ก็'])(
    'counting characters takes %s for one character',
    (text) => {
      expect(countGraphemes(text)).toBe(1)
      expect(countGraphemes(`${text}a${text}`)).toBe(3)
    },
  )
})
