import { BLANK } from './visible-text'

// Code points, not UTF-16 units: an emoji is one character.
const LONGEST = 64
const INVISIBLE = /[\p{C}\p{Z}]/u
const BLANKS = new RegExp(`[${BLANK}]`, 'u')
// Marks of a script of its own (Thai, Devanagari) belong to words, but never come first; marks of no script decorate any
// letter (ä is composed to one character before this is asked). Three in a row are no word in either.
const STRAY_MARKS = /^\p{M}|[\p{Script=Inherited}\p{Me}]|\p{Mn}{3}/u
// Scripts with letters that look like those of another one of these: a name takes its letters from one of them only.
const LOOK_ALIKES = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Coptic',
  'Cherokee',
  'Lisu',
  'Deseret',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))

const isMixed = (name: string): boolean =>
  LOOK_ALIKES.filter((script) => script.test(name)).length > 1

/** A username as it is shown: composed (NFC), without blanks around it. */
export const shownUsername = (value: string): string => value.normalize('NFC').trim()

/** Whether sign-in looks a shown username up at all; every username that was ever taken passes. */
export const isReadableUsername = (shown: string): boolean =>
  shown !== '' && [...shown].length <= LONGEST && !INVISIBLE.test(shown)

/**
 * Whether a shown username may be taken: 1 to 64 code points, none invisible or blank, no marks that pile up, decorate
 * or come first, and no letters of two scripts that look alike. Han, kana and hangul go with any of them. Letters that
 * look alike within one script (l and I), and names written wholly in a look-alike script, are not refused.
 */
export const isFitUsername = (shown: string): boolean => {
  const plain = shown.normalize('NFKC')
  return (
    isReadableUsername(shown) &&
    !INVISIBLE.test(plain) &&
    !BLANKS.test(shown) &&
    !STRAY_MARKS.test(plain) &&
    !isMixed(plain)
  )
}

/**
 * The form a username is unique and found by: NFKC, lower, upper and lower case again, ς as σ, NFKC. By way of upper
 * case ß and ẞ equal ss, and the dotless ı equals i; İ keeps its dot. Neither the process's nor the database's locale
 * changes it, nor does a newer Unicode, which only adds characters: unassigned ones are refused until then.
 */
export const foldUsername = (value: string): string =>
  value
    .normalize('NFKC')
    // Lower case comes first for ẞ, whose upper case is itself and not SS.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
