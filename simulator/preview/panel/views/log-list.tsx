import type { ConsoleLine } from '../../../host/core/logic/globals'
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
  return JSON.stringify(value) ?? String(value)
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
      {[...lines].reverse().map(({ level, values }, index) => (
        <li key={lines.length - index} class="line">
          <Outcome mood={moodOf(level)} text={level} />
          <span class="path">{values.map(textOf).join(' ')}</span>
        </li>
      ))}
    </ol>
  )
}
