import { checks } from './checks'
import type { Check, Weight } from './finding'
import type { Project } from './project'

/** For whom the report is: who develops, or what is about to be uploaded. */
export type Occasion = 'development' | 'upload'

export interface Line {
  readonly check: string
  readonly level: 'ok' | 'warning' | 'error'
  readonly sentence: string
  readonly remedy?: string
}

const levelOf = (weight: Weight, occasion: Occasion): Line['level'] => {
  if (weight === 'ok' || weight === 'error') return weight
  return weight === 'beforeUpload' && occasion === 'upload' ? 'error' : 'warning'
}

/** Runs every check, and says how bad each finding is on this occasion. */
export const examine = async (
  project: Project,
  occasion: Occasion,
  all: readonly Check[] = checks,
): Promise<readonly Line[]> => {
  const lines: Line[] = []
  for (const { name, run } of all)
    for (const { weight, ...told } of await run(project))
      lines.push({ check: name, level: levelOf(weight, occasion), ...told })
  return lines
}

const MARKS = { ok: '✓', warning: '!', error: '✗' } as const

/** A line of the report for people. */
export const textOf = ({ check, level, sentence, remedy }: Line): string =>
  `${MARKS[level]} ${check}: ${sentence}${remedy === undefined ? '' : `\n    → ${remedy.replaceAll('\n', '\n    ')}`}`

export const hasErrors = (lines: readonly Line[]): boolean =>
  lines.some(({ level }) => level === 'error')
