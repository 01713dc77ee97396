import { checks } from './checks'
import { found, type Check, type Finding, type Weight } from './finding'
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

const findingsOf = async ({ run }: Check, project: Project): Promise<readonly Finding[]> => {
  try {
    return await run(project)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [found('error', `This could not be checked: ${why}`, 'Mend what the sentence names.')]
  }
}

/** Runs every check, and says how bad each finding is on this occasion. */
export const examine = async (
  project: Project,
  occasion: Occasion,
  all: readonly Check[] = checks,
): Promise<readonly Line[]> => {
  const lines: Line[] = []
  for (const check of all) {
    for (const { weight, ...told } of await findingsOf(check, project)) {
      lines.push({ check: check.name, level: levelOf(weight, occasion), ...told })
    }
  }
  return lines
}

const MARKS = { ok: '✓', warning: '!', error: '✗' } as const

/** A line of the report for people. */
export const textOf = ({ check, level, sentence, remedy }: Line): string =>
  `${MARKS[level]} ${check}: ${sentence}${remedy === undefined ? '' : `\n    → ${remedy.replaceAll('\n', '\n    ')}`}`

export const hasErrors = (lines: readonly Line[]): boolean =>
  lines.some(({ level }) => level === 'error')
