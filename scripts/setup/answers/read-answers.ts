import { FEATURES, type FeatureName } from '../features/feature'
import type { Answers, Operator } from './answers'
import { isFields, refuseOthers, type Fault, type Fields } from './fields'
import { backendAt } from './read-backend'

const LONGEST_NAME = 30
const LONGEST_TEXT = 200
/** The keys of the answers file. */
export const ANSWER_KEYS = [
  'name',
  'displayName',
  'displayNameEn',
  'appid',
  'operator',
  'colour',
  'backend',
  'keep',
]

/** What setup takes where nothing is said. */
export const DEFAULTS: Answers = {
  name: 'my-mini-program',
  displayName: '我的小程序',
  displayNameEn: 'My mini-program',
  appid: 'touristappid',
  operator: { name: '', contact: '', address: '' },
  colour: '#0b7548',
  backend: { kind: 'own' },
  keep: FEATURES,
}

// A line break or a control character would leave the sentence or the string that the answer goes into; half a
// character cannot be written, and a mark that turns the writing around hides what stands after it.
const isPlain = (text: string) =>
  !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffd]/u.test(text)

/** A letter, digit or symbol that a person sees: the rule of the app (src/features/shared/visible.ts) for names. */
const VISIBLE =
  /(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{13441}\u{13442}\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u

/** Faults of single answers, as the questions need them too: a sentence, or undefined. */
export const faultOf = {
  name: (text: string) =>
    /^[a-z][a-z0-9-]{0,63}$/.test(text)
      ? undefined
      : 'takes lower-case letters, digits and dashes, begins with a letter, and has at most 64 characters',
  displayName: (text: string) =>
    VISIBLE.test(text) && text.length <= LONGEST_NAME && isPlain(text)
      ? undefined
      : `takes 1 to ${LONGEST_NAME} characters on one line`,
  appid: (text: string) =>
    text === 'touristappid' || /^wx[0-9a-f]{16}$/.test(text)
      ? undefined
      : 'is "wx" and 16 digits or letters a to f, as the WeChat console shows it, or touristappid',
  text: (text: string) =>
    text.length <= LONGEST_TEXT && isPlain(text)
      ? undefined
      : `takes at most ${LONGEST_TEXT} characters on one line`,
  colour: (text: string) =>
    /^#[0-9a-f]{6}$/i.test(text) ? undefined : 'is written #rrggbb, such as #0b7548',
}

const textAt = (
  fields: Fields,
  key: string,
  check: (text: string) => string | undefined,
  fallback: string,
  fault: Fault,
  path = key,
): string => {
  const given = fields[key] ?? fallback
  if (typeof given !== 'string') {
    fault(`"${path}" must be a text.`)
    return fallback
  }
  // What is copied from a page of the console often brings a blank along.
  const value = given.trim()
  const wrong = check(value)
  if (wrong !== undefined) fault(`"${path}" ${wrong}; it is "${value}".`)
  return value
}

const operatorAt = (value: unknown, fault: Fault): Operator => {
  if (value !== undefined && !isFields(value)) fault('"operator" must be an object.')
  const fields = isFields(value) ? value : {}
  refuseOthers(fields, Object.keys(DEFAULTS.operator), 'operator', fault)
  const text = (key: keyof Operator) =>
    textAt(fields, key, faultOf.text, '', fault, `operator.${key}`)
  return { name: text('name'), contact: text('contact'), address: text('address') }
}

const keepAt = (value: unknown, fault: Fault): FeatureName[] => {
  if (value === undefined) return [...FEATURES]
  if (!Array.isArray(value)) {
    fault(`"keep" must be a list of: ${FEATURES.join(', ')}.`)
    return []
  }
  for (const word of value as unknown[]) {
    if (!FEATURES.some((name) => name === word)) {
      fault(`"keep" names ${JSON.stringify(word)}; it takes ${FEATURES.join(', ')}.`)
    }
  }
  return FEATURES.filter((name) => value.includes(name))
}

/**
 * Reads answers from parsed JSON. What is left out has its default; `keep` left out keeps everything.
 * @returns the answers, or one sentence per fault, each naming its key
 */
export const readAnswers = (value: unknown): { answers: Answers } | { faults: string[] } => {
  if (!isFields(value)) return { faults: ['The answers must be one JSON object.'] }
  const faults: string[] = []
  const fault = (sentence: string) => void faults.push(sentence)
  for (const key of Object.keys(value).filter((it) => !ANSWER_KEYS.includes(it))) {
    fault(`"${key}" is not known; the keys are ${ANSWER_KEYS.join(', ')}.`)
  }
  const answers: Answers = {
    name: textAt(value, 'name', faultOf.name, DEFAULTS.name, fault),
    displayName: textAt(value, 'displayName', faultOf.displayName, DEFAULTS.displayName, fault),
    displayNameEn: textAt(
      value,
      'displayNameEn',
      faultOf.displayName,
      DEFAULTS.displayNameEn,
      fault,
    ),
    appid: textAt(value, 'appid', faultOf.appid, DEFAULTS.appid, fault),
    operator: operatorAt(value['operator'], fault),
    colour: textAt(value, 'colour', faultOf.colour, DEFAULTS.colour, fault).toLowerCase(),
    backend: backendAt(value['backend'], fault),
    keep: keepAt(value['keep'], fault),
  }
  return faults.length > 0 ? { faults } : { answers }
}
