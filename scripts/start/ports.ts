import { createServer } from 'node:net'

const HIGHEST_PORT = 65_535
const MOST_TRIED = 20

/** A port from the environment, or its default; throws a sentence when it is not one. */
export const portFrom = (name: string, fallback: number): number => {
  const text = process.env[name]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return port
  throw new Error(`${name} is "${text}": set it to a port number from 1 to ${HIGHEST_PORT}.`)
}

/** A port that a part needs: the variable that asks for one, and which one it is otherwise. */
export interface Wish {
  readonly name: string
  readonly fallback: number
  readonly part: string
}

const isAsked = (name: string) => (process.env[name] ?? '') !== ''

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/**
 * The port that a part can have on the loopback address: the one asked for by the variable `name`, or the default, or
 * the next free one above the default, which is passed to `say`. Throws a sentence when the one asked for is taken.
 * @param held ports that other parts are about to take
 */
export const freePort = async (
  { name, fallback, part }: Wish,
  held: readonly number[],
  say: (line: string) => void,
): Promise<number> => {
  const wanted = portFrom(name, fallback)
  const canHave = async (port: number) => !held.includes(port) && (await isFree(port))
  if (await canHave(wanted)) return wanted
  for (let port = wanted + 10; !isAsked(name) && port <= wanted + 10 * MOST_TRIED; port += 10) {
    if (!(await canHave(port))) continue
    const by = held.includes(wanted) ? 'another part' : 'another program'
    say(`Port ${wanted} is taken by ${by}: the ${part} uses ${port} (or set ${name}).`)
    return port
  }
  const other = `choose another with ${name}=${wanted + 10} npm start.`
  throw new Error(
    held.includes(wanted)
      ? `Port ${wanted} is asked for by two parts, the ${part} is one of them: ${other}`
      : `Port ${wanted} for the ${part} is taken: stop the program that uses it, or ${other}`,
  )
}

/** Ports for several parts, by their names, none of them twice: those that are asked for come before the defaults. */
export const freePorts = async (
  wishes: readonly Wish[],
  say: (line: string) => void,
): Promise<ReadonlyMap<string, number>> => {
  const asked = wishes.filter(({ name }) => isAsked(name))
  const found = new Map<string, number>()
  for (const wish of new Set([...asked, ...wishes])) {
    found.set(wish.part, await freePort(wish, [...found.values()], say))
  }
  return found
}
