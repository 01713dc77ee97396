/** Drawn as nothing although Unicode counts them as letters or symbols: Hangul fillers, the empty braille cell… */
const BLANKS = /[\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}]/gu
/** Line breaks, other control characters, halves of characters, and what turns the text of others around. */
const DISTURBING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u

/** Whether a name or a title has something that can be seen, and nothing that disturbs what stands beside it. */
export const isVisible = (text: string): boolean =>
  !DISTURBING.test(text) && SEEN.test(text.replace(BLANKS, ''))
