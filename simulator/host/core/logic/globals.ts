import { unsimulated } from '../../../wx/complete'
import type { Activity } from './activity'

/** One line the bundle wrote to its console. */
export interface ConsoleLine {
  level: 'log' | 'info' | 'warn' | 'error' | 'debug'
  values: readonly unknown[]
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** The console of the logic layer; it collects instead of printing. */
export const createConsole = (lines: ConsoleLine[]) =>
  Object.fromEntries(
    LEVELS.map((level) => [
      level,
      (...values: unknown[]) => {
        lines.push({ level, values })
      },
    ]),
  )

/** So many timeouts, each set by the one before, are an animation without end: the app is not busy with it any more. */
const LONGEST_CHAIN = 100

/** `setTimeout` and its three companions with numeric ids (typings setTimeout). */
export const createTimers = (activity: Activity) => {
  const cancels = new Map<number, () => void>()
  let last = 0
  /** How many timeouts led to the code that runs. */
  let chain = 0
  type Task = (...values: unknown[]) => void

  const clear = (id: number) => {
    cancels.get(id)?.()
    cancels.delete(id)
  }
  /** An app whose interval ticks on and on is not busy for ever: the first tick alone is waited for. */
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
      const place = ms > 0 ? chain + 1 : chain
      const run = () => {
        cancels.delete(id)
        chain = place
        try {
          task(...values)
        } finally {
          chain = 0
        }
      }
      const { after, idly } = activity
      cancels.set(id, (place > LONGEST_CHAIN ? idly : after)(ms, 'setTimeout', run))
      return id
    },
    setInterval: (task: Task, ms = 0, ...values: unknown[]) => {
      const id = (last += 1)
      repeat(id, () => task(...values), Math.max(ms, 1), true)
      return id
    },
    clearTimeout: clear,
    clearInterval: clear,
  }
}

/** Globals of the logic layer that the simulator has not (guides "Plugins", "WXWebAssembly"). */
const UNSIMULATED = ['requirePlugin', 'requireMiniProgram', 'WXWebAssembly'] as const

/** What throws by its name where it is called, a member of it too. */
export const createUnsimulatedGlobals = () =>
  Object.fromEntries(UNSIMULATED.map((name) => [name, unsimulated(name)]))
