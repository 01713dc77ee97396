const MATH =
  'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan'
const NUMBER = 'MAX_VALUE MIN_VALUE NEGATIVE_INFINITY POSITIVE_INFINITY'

/** What WXS's built-ins need from around them. */
export interface WxsSurroundings {
  /** The `Date` of the realm, which returns the phone's time. */
  date: () => DateConstructor
  /** Writes a line to the app's console. */
  log: (line: string) => void
}

type Own = <T>(value: T) => T

const picked = (from: object, names: string, own: Own) =>
  Object.fromEntries(
    names.split(' ').map((name): [string, unknown] => {
      const member: unknown = Reflect.get(from, name)
      return [name, typeof member === 'function' ? own(member) : member]
    }),
  )

/** The class library of WXS (guide "WXS", class library). `own` marks a function as one that WXS may call. */
export const createBuiltIns = (
  { date, log }: WxsSurroundings,
  own: Own,
): Readonly<Record<string, unknown>> => ({
  console: Object.freeze({
    log: own((...values: unknown[]) => log(`WXSRT:${values.map((value) => `${value} `).join('')}`)),
  }),
  Math: Object.freeze(picked(Math, MATH, own)),
  JSON: Object.freeze({
    stringify: own((value: unknown) => JSON.stringify(value)),
    parse: own((text: string) => (text === undefined ? undefined : JSON.parse(text)) as unknown),
  }),
  Number: Object.freeze(
    Object.assign(
      own((value: unknown) => Number(value)),
      picked(Number, NUMBER, own),
    ),
  ),
  Date: Object.freeze({
    parse: own((text: string) => Date.parse(text)),
    UTC: own((...parts: Parameters<typeof Date.UTC>) => Date.UTC(...parts)),
    now: own(() => date().now()),
  }),
  getDate: own((...given: []) => Reflect.construct(date(), given) as Date),
  getRegExp: own((pattern: string, flags?: string) => new RegExp(pattern, flags)),
  parseInt: own(parseInt),
  parseFloat: own(parseFloat),
  isNaN: own(isNaN),
  isFinite: own(isFinite),
  decodeURI: own(decodeURI),
  decodeURIComponent: own(decodeURIComponent),
  encodeURI: own(encodeURI),
  encodeURIComponent: own(encodeURIComponent),
  NaN,
  Infinity,
})
