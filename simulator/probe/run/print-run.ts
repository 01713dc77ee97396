import type { ProbeRun } from './run-probe'
import type { ProbedRule } from './report'
import { probeGroups, probeRules } from './table'

const MARKS = { same: '✓', different: '✗', skipped: '–' } as const

/** One run as lines of a table: a line for each group, and one for each rule that is not as expected or was not asked. */
export const linesOf = ({ report, errors }: ProbeRun): readonly string[] => {
  const { library, platform } = report.on
  const answers = Object.values(report.answers)
  const count = (verdict: keyof typeof MARKS) =>
    answers.filter((answer) => answer.verdict === verdict).length
  const groups = probeGroups.flatMap(({ id, rules }) => {
    const verdicts = rules.map((rule) => ({ rule, answer: report.answers[rule.id] }))
    const same = verdicts.filter(({ answer }) => answer?.verdict === 'same').length
    const others = verdicts.filter(({ answer }) => answer?.verdict !== 'same')
    return [
      `  ${id.padEnd(12)} ${String(same).padStart(3)} of ${rules.length}`,
      ...others.map(
        ({ rule, answer }) =>
          `    ${answer === undefined ? '?' : MARKS[answer.verdict]} ${rule.id}: ${rule.en}. ${
            answer?.verdict === 'different' ? 'Seen' : 'Not asked'
          }: ${answer?.seen ?? 'nothing'}`,
      ),
    ]
  })
  return [
    `Base library ${library} on ${platform}: ${count('same')} as expected, ${count('different')} different, ${count('skipped')} not asked`,
    ...groups,
    ...errors.map((error) => `    ✗ not caught: ${error}`),
  ]
}

const isFine = (answer: ProbedRule | undefined) =>
  answer?.verdict === 'same' ||
  (answer?.verdict === 'skipped' && answer.seen.startsWith('base library below'))

/** Whether every rule that this base library knows was asked, nothing was different and nothing was left uncaught. */
export const isGreen = ({ report, errors }: ProbeRun): boolean =>
  errors.length === 0 && probeRules.every(({ id }) => isFine(report.answers[id]))
