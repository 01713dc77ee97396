// Intl.Segmenter comes with iOS 14.5 and Chromium 87, above the floor of .browserslistrc; \p{…} is on it, save
// Extended_Pictographic. Where a phone's Unicode is older than a character, the server has the last word.

/** Ends of the few Indic marks that join the letter after them to the one before. */
const JOINED_LETTER = '[\\u094d\\u09cd\\u0acd\\u0b4d\\u0c4d\\u0d4d]\\u200d?\\p{L}'
/** What a zero-width joiner ties to an emoji: families, professions, flags. */
const JOINED_EMOJI = '\\u200d[\\p{S}\\u203c\\u2049\\u3030\\u303d\\u3297\\u3299]'
/** Spacing marks that stand by themselves all the same. */
const NOT_JOINED =
  '(?![\\u102b\\u102c\\u1038\\u1062-\\u1064\\u1067-\\u106d\\u1083\\u1087-\\u108c\\u108f\\u109a-\\u109c\\u1a61\\u1a63\\u1a64\\uaa7b\\uaa7d])'
/** Marks, variation selectors, tags, skin tones, and the vowels and finals of decomposed Hangul. */
const JOINED = `${NOT_JOINED}[\\p{Grapheme_Extend}\\p{Mc}\\p{Emoji_Modifier}\\u200d\\u0e33\\u0eb3\\u1160-\\u11ff\\ud7b0-\\ud7fb]`

const CLUSTER = new RegExp(
  `(?:\\p{Regional_Indicator}{2}|[^])(?:${JOINED_LETTER}|${JOINED_EMOJI}|${JOINED})*`,
  'gu',
)

/** How many characters a person sees in a text: a family emoji, a flag or a letter with its accents is one. */
export const countGraphemes = (text: string): number =>
  (text.normalize('NFC').match(CLUSTER) ?? []).length
