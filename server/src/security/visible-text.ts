/**
 * What is drawn as nothing, or as a blank, although Unicode counts it as a letter, mark or symbol; the inside of a
 * character class with the flag `u`. Hangul fillers and variation selectors (both default-ignorable), the empty braille
 * cell, the object replacement character, two Egyptian blanks and a mirror, the null notehead, the Khitan filler, and
 * the joiners of Tifinagh letters and Brahmi numbers.
 */
export const BLANK =
  '\\p{Default_Ignorable_Code_Point}\\u2800\\u2d7f\\ufffc\\u{1107f}\\u{13440}-\\u{13442}\\u{16fe4}\\u{1d159}'
// Line breaks, other control characters, halves of characters, and what reverses the text around a name.
const DISTURBING = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069'

/**
 * What the name of a person or a title has to match, a pattern with the flag `u`: a letter, digit or symbol that can be
 * seen, and nothing that disturbs what stands beside it.
 */
export const VISIBLE_TEXT = `^(?=[^]*?(?![${BLANK}])[\\p{L}\\p{N}\\p{P}\\p{S}])[^${DISTURBING}]*$`
