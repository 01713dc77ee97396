import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** One rule, as the probe asks it. */
export interface ProbeRule {
  id: string
  zh: string
  en: string
  /** Set where nothing public says so: the phone decides. */
  doubt?: 'unproven'
}

/** What the person does with a tap's question. */
export type Answer = 'tap' | 'allow' | 'refuse' | 'cancel' | 'leave' | 'type'

/** One tap that answers rules. */
interface ProbeTap {
  id: string
  answer: Answer
  ids: readonly string[]
}

/** Rules of one kind. */
interface ProbeGroup {
  id: string
  rules: readonly ProbeRule[]
  taps?: readonly ProbeTap[]
}

/** The mini-program. */
export const PROBE_APP = fileURLToPath(new URL('../app', import.meta.url))

const require = createRequire(import.meta.url)

/** Every group of the probe. Reads the files of the mini-program themselves, so that there is one list. */
export const probeGroups = require('../app/probes/groups.js') as readonly ProbeGroup[]

/** Every rule of the probe, in the order of its table. */
export const probeRules = probeGroups.flatMap(({ rules }) => rules)

const taps = probeGroups.flatMap((group) => group.taps ?? [])

/** What the person is asked to do at the tap `id`. Throws for a tap that is not there. */
export const answerTo = (id: string): Answer => {
  const tap = taps.find((one) => one.id === id)
  if (tap === undefined) throw new Error(`The probe has no tap "${id}".`)
  return tap.answer
}
