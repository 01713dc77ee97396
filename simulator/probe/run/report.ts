/** The WeChat a report was made on. */
interface ProbedWechat {
  library: string
  platform: string
  wechat: string
  system: string
  language: string
}

/** What was seen of one rule. */
export interface ProbedRule {
  seen: string
  verdict: 'same' | 'different' | 'skipped'
}

/** A report, as the mini-program copies it. */
export interface ProbeReport {
  probe: number
  on: ProbedWechat
  answers: Readonly<Record<string, ProbedRule>>
}

/** The format this can read. */
const FORMAT = 1
const VERDICTS: readonly unknown[] = ['same', 'different', 'skipped']

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wechatOf = (on: unknown): ProbedWechat => {
  const names = ['library', 'platform', 'wechat', 'system', 'language'] as const
  const missing = isObject(on) ? names.filter((name) => typeof on[name] !== 'string') : names
  if (missing.length > 0) throw new Error(`The report does not say its ${missing.join(', ')}.`)
  const wechat = on as unknown as ProbedWechat
  if (!/^\d+\.\d+\.\d+$/.test(wechat.library)) {
    throw new Error(`The report’s base library is "${wechat.library}", not three numbers.`)
  }
  return wechat
}

const answersOf = (answers: unknown): ProbeReport['answers'] => {
  if (!isObject(answers) || Object.keys(answers).length === 0) {
    throw new Error('The report holds no answers: let the probe run first.')
  }
  for (const [id, answer] of Object.entries(answers)) {
    const { seen, verdict } = isObject(answer) ? answer : {}
    if (typeof seen !== 'string' || !VERDICTS.includes(verdict)) {
      throw new Error(`The report’s answer to ${id} is not readable.`)
    }
  }
  return answers as ProbeReport['answers']
}

/** Reads a report from its text. Throws one sentence that says what is wrong with it. */
export const readReport = (text: string): ProbeReport => {
  let given: unknown
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Error('The report is not JSON: copy it whole, from the first brace to the last.')
  }
  if (!isObject(given) || given['probe'] === undefined) {
    throw new Error('This JSON is no report of the probe.')
  }
  if (given['probe'] !== FORMAT) {
    throw new Error(`The report has format ${String(given['probe'])}; this reads format ${FORMAT}.`)
  }
  return { probe: FORMAT, on: wechatOf(given['on']), answers: answersOf(given['answers']) }
}
