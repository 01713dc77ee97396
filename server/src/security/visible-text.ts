// Drawn as nothing although Unicode counts them as letters or symbols: Hangul fillers, the empty braille cell, the
// object replacement character, two Egyptian blanks, the null notehead.
const BLANK = '\\p{Default_Ignorable_Code_Point}\\u2800\\ufffc\\u{13441}\\u{13442}\\u{1d159}'
// Line breaks, other control characters, halves of characters, and what reverses the text around a name.
const DISTURBING = '\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069'

/**
 * What the name of a person or a title has to match, a pattern with the flag `u`: a letter, digit or symbol that can be
 * seen, and nothing that disturbs what stands beside it.
 */
export const VISIBLE_TEXT = `^(?=[^]*?(?![${BLANK}])[\\p{L}\\p{N}\\p{P}\\p{S}])[^${DISTURBING}]*$`
