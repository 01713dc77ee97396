import type { ConsoleLine } from '../../../host/core/logic/globals'
import { readable } from '../../../host/browser/readable'
import type { Problem } from '../model/problems'
import type { Texts } from '../texts/zh'
import { Empty, Outcome } from './empty'

interface Props {
  errors: readonly Problem[]
  findings: readonly string[]
  lines: readonly ConsoleLine[]
  texts: Texts
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { message } = (value ?? {}) as { message?: unknown }
  if (typeof message === 'string') return message
  return readable(value)
}

const written = new WeakMap<ConsoleLine, string>()

/** A line as it was when it was first shown: what it names may have changed since, and may be large. */
const lineOf = (line: ConsoleLine): string => {
  const known = written.get(line) ?? line.values.map(textOf).join(' ')
  written.set(line, known)
  return known
}

const moodOf = (level: ConsoleLine['level']) =>
  level === 'error' ? 'bad' : level === 'warn' ? 'busy' : 'good'

/** What the bundle did not catch, what WeChat's Audits would say, then what it wrote to its console, newest first. */
export const LogList = ({ errors, findings, lines, texts }: Props) => {
  if (errors.length + findings.length + lines.length === 0) {
    return <Empty title={texts.consoleEmpty} lead={texts.consoleEmptyLead} />
  }
  return (
    <ol class="list">
      {errors.map(({ where, message, written }, index) => (
        <li key={`e${index}`} class="line">
          <Outcome mood="bad" text={texts.uncaught} />
          <span class="path">
            {where}: {message}
            {written && ` (${written.file}:${written.line}:${written.column})`}
          </span>
        </li>
      ))}
      {findings.map((finding) => (
        <li key={finding} class="line finding">
          <Outcome mood="busy" text={texts.audits} />
          <span class="path">{finding}</span>
        </li>
      ))}
      {[...lines].reverse().map((line, index) => (
        <li key={lines.length - index} class="line">
          <Outcome mood={moodOf(line.level)} text={line.level} />
          <span class="path">{lineOf(line)}</span>
        </li>
      ))}
    </ol>
  )
}
