import fc from 'fast-check'
import { checkUsername } from '../../src/accounts/identifiers/names'
import { foldUsername, isFitUsername, shownUsername } from '../../src/security/username'

describe('two usernames are one', () => {
  it.each([
    ['Lin', 'lIN'],
    ['Lin', 'Ｌｉｎ'],
    ['fish', 'ﬁsh'],
    ['Straße', 'STRASSE'],
    ['Straße', 'STRAẞE'],
    ['Οδυσσεύς', 'ΟΔΥΣΣΕΎΣ'],
    ['ırmak', 'IRMAK'],
    ['İzmir', 'i̇zmir'],
    ['Zoë', 'Zoe\u0308'],
    ['한글', '한글'],
    ['ﾘﾝ', 'リン'],
    ['①', '1'],
  ])('two usernames are one: %j and %j', (one, other) => {
    expect(foldUsername(one)).toBe(foldUsername(other))
  })

  it('two usernames are not one because they look a little alike', () => {
    expect(foldUsername('Irmak')).not.toBe(foldUsername('İrmak'))
    expect(foldUsername('lin')).not.toBe(foldUsername('1in'))
  })
})

describe('a username may be taken', () => {
  it.each([
    ['in one alphabet', 'Иван'],
    ['in Chinese with Latin letters and digits', '李Lin_88'],
    ['in kana with Latin letters', 'リンLin'],
    ['in hangul with Latin letters', '한글Kim'],
    ['with the marks that its script needs', 'ที่รัก'],
    ['with marks that compose', 'Zoe\u0308'],
    ['with an emoji', 'lin😀'],
    ['of 64 characters, whatever they take in memory', '😀'.repeat(64)],
  ])('a username may be taken: %s', (_why, name) => {
    expect(checkUsername(` ${name} `)).toBe(name.normalize('NFC'))
  })
})

describe('a username is refused', () => {
  it.each([
    ['empty', '  '],
    ['longer than 64 characters', '😀'.repeat(65)],
    ['with a blank', 'a b'],
    ['with an ideographic blank', 'a\u3000b'],
    ['with a control character', 'a\u0000b'],
    ['with a zero-width space', 'a\u200bb'],
    ['with a zero-width joiner', 'a\u200db'],
    ['with a bidirectional control', 'a\u202eb'],
    ['with a soft hyphen', 'a\u00adb'],
    ['with a tag character', 'a\u{e0061}'],
    ['with a private character', 'a\ue000'],
    ['with an unassigned character', 'a\u0378'],
    ['with half a surrogate pair', 'a\ud800'],
    ['with a combining grapheme joiner', 'a\u034fb'],
    ['with a variation selector', 'a\ufe0f'],
    ['with a variation selector of the supplement', '李\u{e0100}'],
    ['with a Mongolian variation selector', 'a\u180b'],
    ['with a Hangul filler', '\u3164'],
    ['with a half-width Hangul filler', 'a\uffa0'],
    ['with a Hangul choseong filler', 'a\u115f'],
    ['with an empty braille cell', '\u2800'],
    ['with an object replacement character', 'a\ufffc'],
    ['with a mark that composes with nothing', 'q\u0308'],
    ['with an enclosing mark', 'a\u20dd'],
    ['with stacked marks', 'ก\u0e4d\u0e4d\u0e4d'],
    ['that becomes blanks when it is folded', 'ﷺ'],
    ['with a Cyrillic letter among Latin ones', '\u0430dmin'],
    ['with a Greek letter among Latin ones', 'adm\u03b9n'],
    ['with a Greek letter among Cyrillic ones', 'И\u03bfн'],
    ['with a Cherokee letter among Latin ones', '\u13aadmin'],
    ['with an Armenian letter among Latin ones', 'admi\u0578'],
    ['with a Coptic letter among Latin ones', '\u2c9fwner'],
    ['with a Lisu letter among Latin ones', '\ua4d0ob'],
    ['with a Deseret letter among Latin ones', '\u{10424}wner'],
  ])('a username is refused %s', (_why, name) => {
    expect(isFitUsername(shownUsername(name))).toBe(false)
  })
})

describe('folding', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0x21, max: 0x24f }),
    fc.integer({ min: 0x370, max: 0x52f }),
    fc.integer({ min: 0x1e00, max: 0x1fff }),
    fc.integer({ min: 0x21, max: 0x2ffff }),
  )
  const name = fc
    .array(unit, { minLength: 1, maxLength: 8 })
    .map((units) => shownUsername(String.fromCodePoint(...units)))
    .filter(isFitUsername)

  it('folding a folded username changes nothing', () => {
    fc.assert(
      fc.property(name, (shown) => {
        expect(foldUsername(foldUsername(shown))).toBe(foldUsername(shown))
      }),
      { numRuns: 1_000 },
    )
  })

  it('folding a username does not depend on case, composition or width', () => {
    fc.assert(
      fc.property(name, (shown) => {
        const folded = foldUsername(shown)
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) {
          expect(foldUsername(shown.normalize(form))).toBe(folded)
        }
        expect(foldUsername(shown.toUpperCase())).toBe(folded)
        expect(foldUsername(shown.toLowerCase())).toBe(folded)
      }),
      { numRuns: 1_000 },
    )
  })
})
