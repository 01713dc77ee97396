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

/** `setTimeout` and its three companions with numeric ids (typings setTimeout). */
export const createTimers = (activity: Activity) => {
  const cancels = new Map<number, () => void>()
  let last = 0
  type Task = (...values: unknown[]) => void

  const clear = (id: number) => {
    cancels.get(id)?.()
    cancels.delete(id)
  }
  const repeat = (id: number, task: () => void, ms: number) => {
    const tick = () => {
      repeat(id, task, ms)
      task()
    }
    cancels.set(id, activity.after(ms, 'setInterval', tick))
  }

  return {
    setTimeout: (task: Task, ms = 0, ...values: unknown[]) => {
      const id = (last += 1)
      const run = () => {
        cancels.delete(id)
        task(...values)
      }
      cancels.set(id, activity.after(ms, 'setTimeout', run))
      return id
    },
    setInterval: (task: Task, ms = 0, ...values: unknown[]) => {
      const id = (last += 1)
      repeat(id, () => task(...values), Math.max(ms, 1))
      return id
    },
    clearTimeout: clear,
    clearInterval: clear,
  }
}
