import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100
// proc_pid_stat(5), counted from what follows the name in brackets: state is the first field.
const PARENT = 1
const TICKS = [11, 12]

interface Process {
  readonly parent: number
  readonly ticks: number
}

const readProcess = (pid: string): [number, Process][] => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = TICKS.reduce((sum, field) => sum + Number(fields[field]), 0)
    return [[Number(pid), { parent: Number(fields[PARENT]), ticks }]]
  } catch {
    // It ended between the list and this line.
    return []
  }
}

/**
 * Seconds of processor time that all processes below this one, save `apart`, have spent so far: servers and
 * databases, and not the load, which runs in this one. Linux only.
 */
export const secondsBelow = (apart: readonly number[]): number => {
  const all = new Map(readdirSync('/proc').filter(Number).flatMap(readProcess))
  const isBelow = (pid: number): boolean => {
    const parent = all.get(pid)?.parent ?? 0
    return parent === process.pid || (parent > 1 && isBelow(parent))
  }
  const below = [...all].filter(([pid]) => isBelow(pid) && !apart.includes(pid))
  return below.reduce((sum, [, { ticks }]) => sum + ticks, 0) / TICKS_PER_SECOND
}
