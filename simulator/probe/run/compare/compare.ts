import type { ProbeReport, ProbedRule } from '../report'
import { probeRules, type ProbeRule } from '../table'

/** One rule in which a phone and the simulator differ, or that only one of them could be asked. */
export interface Difference {
  rule: ProbeRule
  kind: 'differs' | 'only on the phone' | 'only on the simulator'
  phone: string
  simulator: string
}

/** What a report is to the simulator. */
export interface Comparison {
  on: ProbeReport['on']
  /** How many rules both were asked and answered alike. */
  alike: number
  /** Unproven rules that this phone bears out. */
  borneOut: readonly ProbeRule[]
  differences: readonly Difference[]
  /** Rules of the report that this probe does not have: it was made by another version. */
  unknown: readonly string[]
}

const wasAsked = (answer: ProbedRule | undefined): answer is ProbedRule =>
  answer !== undefined && answer.verdict !== 'skipped'

const differenceIn = (
  rule: ProbeRule,
  phone: ProbedRule | undefined,
  simulator: ProbedRule | undefined,
): readonly Difference[] => {
  const texts = { phone: phone?.seen ?? 'no answer', simulator: simulator?.seen ?? 'no answer' }
  if (wasAsked(phone) && wasAsked(simulator)) {
    return phone.seen === simulator.seen ? [] : [{ rule, kind: 'differs', ...texts }]
  }
  if (wasAsked(phone)) return [{ rule, kind: 'only on the phone', ...texts }]
  if (wasAsked(simulator)) return [{ rule, kind: 'only on the simulator', ...texts }]
  return []
}

/** Compares a phone's report with one of the simulator as that phone, rule by rule in the order of the table. */
export const compareReports = (phone: ProbeReport, simulator: ProbeReport): Comparison => {
  const known = new Set(probeRules.map(({ id }) => id))
  const bothAsked = probeRules.filter(
    ({ id }) => wasAsked(phone.answers[id]) && wasAsked(simulator.answers[id]),
  )
  const isAlike = ({ id }: ProbeRule) => phone.answers[id]?.seen === simulator.answers[id]?.seen
  const alike = bothAsked.filter(isAlike)
  return {
    on: phone.on,
    alike: alike.length,
    borneOut: alike.filter(({ doubt }) => doubt !== undefined),
    differences: probeRules.flatMap((rule) =>
      differenceIn(rule, phone.answers[rule.id], simulator.answers[rule.id]),
    ),
    unknown: Object.keys(phone.answers).filter((id) => !known.has(id)),
  }
}
