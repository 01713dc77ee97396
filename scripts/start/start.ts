import { lanAddress } from './lan'
import { layoutOf, type Layout } from './layout'
import { startPart, type Part } from './part'
import { partSpecs, type Addresses } from './parts'
import { freePort } from './ports'
import { readyWords } from './words'

const NAME_WIDTH = 10

const print = (line: string) => void process.stdout.write(`${line}\n`)
const say = (name: string, line: string) => print(`${name.padEnd(NAME_WIDTH)} ${line}`)

const preflight = async (layout: Layout, isLan: boolean): Promise<Addresses> => {
  const free = (isNeeded: boolean, name: string, port: number, part: string) =>
    isNeeded ? freePort(name, port, part, print) : port
  return {
    host: isLan ? lanAddress() : '127.0.0.1',
    ports: {
      server: await free(layout.server, 'PORT', 8787, 'server'),
      simulator: await free(layout.simulator, 'SIM_PORT', 8788, 'simulator'),
      preview: await free(layout.simulator, 'PREVIEW_PORT', 8789, 'preview'),
    },
  }
}

/**
 * Runs what the project has until Ctrl-C: simulator, server, the watching weapp build and its preview. Any part that
 * ends stops the others; a fault is one sentence. `--lan` lets a phone in the local network reach the server.
 */
export const start = async (options = process.argv.slice(2)): Promise<void> => {
  const parts: Part[] = []
  const stopAll = () => parts.forEach((part) => part.stop())
  // The parts have process groups of their own, so a closed terminal (SIGHUP) would not reach them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopAll)

  try {
    const unknown = options.find((option) => option !== '--lan')
    if (unknown !== undefined) throw new Error(`npm start takes --lan only, not "${unknown}".`)
    const layout = layoutOf()
    const addresses = await preflight(layout, options.includes('--lan'))
    for (const spec of partSpecs(addresses, layout)) {
      say(spec.name, 'starting')
      parts.push(startPart(spec, say))
    }
    await Promise.all(parts.map((part) => part.ready))
    for (const line of readyWords(addresses, layout)) print(line)
    await Promise.race(parts.map((part) => part.ended))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
  stopAll()
  await Promise.all(parts.map((part) => part.ended))
}
