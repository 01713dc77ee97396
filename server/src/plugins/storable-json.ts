// PostgreSQL stores neither NUL nor half a surrogate pair, and JSON can spell both. A backslash begins an escape
// after an even number of others only: in "\\ud83d\udc00" the first half of the pair is plain text.
const ESCAPE = String.raw`(?<!\\)(?:\\\\)*\\u`
const FIRST_HALF = 'd[89ab][0-9a-f]{2}'
const SECOND_HALF = 'd[c-f][0-9a-f]{2}'
const UNSTORABLE = new RegExp(
  String.raw`${ESCAPE}(?:0000|${FIRST_HALF}(?!\\u${SECOND_HALF})|(?<!${ESCAPE}${FIRST_HALF}\\u)${SECOND_HALF})`,
  'i',
)

/** Whether every text in a JSON text is one that a database column can hold. */
export const isStorable = (json: string): boolean => !UNSTORABLE.test(json)
