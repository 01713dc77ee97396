import { unsimulated } from '../../../wx/complete'
import { addLatest } from '../../../wx/latest'
import type { Activity } from './activity'
import type { Gesture } from './gesture'

/** One line the bundle wrote to its console. */
export interface ConsoleLine {
  level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  values: readonly unknown[]
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** How many lines are kept. */
const KEPT = 1000

/** Methods of a console that print their values, beside those of the levels, and such that print nothing here. */
const PRINTING = ['group', 'groupCollapsed', 'dir', 'table', 'trace'] as const
const SILENT = ['groupEnd', 'time', 'timeEnd', 'timeLog', 'count', 'countReset', 'clear'] as const

/** Writes a line to a console. */
export const writeLine = (lines: ConsoleLine[], level: ConsoleLine['level'], values: unknown[]) =>
  addLatest(lines, { level, values }, KEPT)

/** The console of the logic layer (API reference "console", and what that of DevTools has beside it); it collects instead of printing. */
export const createConsole = (lines: ConsoleLine[]) => {
  const at =
    (level: ConsoleLine['level']) =>
    (...values: unknown[]) =>
      writeLine(lines, level, values)
  return {
    ...Object.fromEntries(LEVELS.map((level) => [level, at(level)])),
    ...Object.fromEntries(PRINTING.map((name) => [name, at('log')])),
    ...Object.fromEntries(SILENT.map((name) => [name, () => undefined])),
    assert: (holds: unknown, ...values: unknown[]) => {
      if (!holds) at('error')('Assertion failed:', ...values)
    },
  }
}

/**
 * Milliseconds as timers read them: a text with a number counts as that number; anything else, and less than 0, as 0.
 */
const timeOf = (ms: unknown): number => Math.max(Number(ms) || 0, 0)

/**
 * `setTimeout` and its three companions with numeric ids (typings setTimeout). A timer without a delay that a tap sets is
 * part of the tap: so run the handlers of all that uni-app builds (npm @dcloudio/uni-mp-vue), whose taps WeChat takes for such.
 */
export const createTimers = (activity: Activity, { postponed }: Pick<Gesture, 'postponed'>) => {
  const cancels = new Map<number, () => void>()
  let last = 0
  type Task = (...values: unknown[]) => void

  const clear = (id: number) => {
    cancels.get(id)?.()
    cancels.delete(id)
  }
  /** Only the first tick keeps the app busy: an interval has no end. */
  const repeat = (id: number, task: () => void, ms: number, isFirst: boolean) => {
    const tick = () => {
      repeat(id, task, ms, false)
      task()
    }
    const { after, idly } = activity
    cancels.set(id, (isFirst ? after : idly)(ms, 'setInterval', tick))
  }

  return {
    setTimeout: (task: Task, ms = 0, ...values: unknown[]) => {
      const id = (last += 1)
      const call = () => task(...values)
      const inItsTap = timeOf(ms) === 0 ? postponed(call) : call
      const run = () => {
        cancels.delete(id)
        inItsTap()
      }
      cancels.set(id, activity.after(timeOf(ms), 'setTimeout', run))
      return id
    },
    setInterval: (task: Task, ms = 0, ...values: unknown[]) => {
      const id = (last += 1)
      repeat(id, () => task(...values), Math.max(timeOf(ms), 1), true)
      return id
    },
    clearTimeout: clear,
    clearInterval: clear,
  }
}

/** Names of a browser that DevTools makes parameters of every file it compiles, and that WeChat calls it without. */
const WITHOUT_VALUE = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history'],
  ...['Caches', 'screen', 'alert', 'confirm', 'prompt', 'XMLHttpRequest', 'WebSocket', 'webkit'],
]

/** Names that the logic layer knows as undefined: what passes `window` on, as UMD modules do, throws nothing. */
export const createUndefinedGlobals = () =>
  Object.fromEntries(WITHOUT_VALUE.map((name) => [name, undefined]))

/** Globals of the logic layer that the simulator has not (guides "Plugins", "WXWebAssembly"). */
const UNSIMULATED = ['requirePlugin', 'requireMiniProgram', 'WXWebAssembly'] as const

/** A function that throws an error with its name when it, or any member of it, is called. */
export const createUnsimulatedGlobals = () =>
  Object.fromEntries(UNSIMULATED.map((name) => [name, unsimulated(name)]))
