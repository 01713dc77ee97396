import { createServer } from 'node:net'

const HIGHEST_PORT = 65_535

/** A port from the environment, or its default; throws a sentence when it is not one. */
export function portFrom(name: string, fallback: number): number {
  const text = process.env[name]
  if (text === undefined || text === '') return fallback
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return port
  throw new Error(`${name} is "${text}": give a port number from 1 to ${HIGHEST_PORT}.`)
}

/** Throws a sentence when somebody else listens on this port of the loopback address. */
export async function requireFree(name: string, port: number, part: string): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', () =>
      reject(
        new Error(
          `Port ${port} for the ${part} is taken: stop the program that uses it, ` +
            `or choose another with ${name}=${port + 10} npm start.`,
        ),
      ),
    )
    probe.listen(port, '127.0.0.1', resolve)
  })
  await new Promise<void>((resolve) => probe.close(() => resolve()))
}
