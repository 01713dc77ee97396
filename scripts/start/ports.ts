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

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/**
 * The port that a part can have on the loopback address: the one asked for by the variable `name`, or the default, or
 * the next free one above the default, which is passed to `say`. Throws a sentence when the one asked for is taken.
 */
export const freePort = async (
  name: string,
  fallback: number,
  part: string,
  say: (line: string) => void,
): Promise<number> => {
  const wanted = portFrom(name, fallback)
  if (await isFree(wanted)) return wanted
  const isAsked = (process.env[name] ?? '') !== ''
  for (let port = wanted + 10; !isAsked && port <= wanted + 10 * MOST_TRIED; port += 10) {
    if (!(await isFree(port))) continue
    say(`Port ${wanted} is taken by another program: the ${part} uses ${port} (or set ${name}).`)
    return port
  }
  throw new Error(
    `Port ${wanted} for the ${part} is taken: stop the program that uses it, ` +
      `or choose another with ${name}=${wanted + 10} npm start.`,
  )
}
