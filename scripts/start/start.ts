import { endingOf } from './ending'
import { lanAddress } from './lan'
import { layoutOf, type Layout } from './layout'
import { startPart, type Part } from './part'
import { partSpecs, type Addresses } from './parts'
import { freePorts, type Wish } from './ports'
import { readyWords } from './words'

const NAME_WIDTH = 10

const SERVER: Wish = { name: 'PORT', fallback: 8787, part: 'server' }
const SIMULATOR: Wish = { name: 'SIM_PORT', fallback: 8788, part: 'simulator' }
const PREVIEW: Wish = { name: 'PREVIEW_PORT', fallback: 8789, part: 'preview' }

const print = (line: string) => void process.stdout.write(`${line}\n`)
const say = (name: string, line: string) => print(`${name.padEnd(NAME_WIDTH)} ${line}`)

const preflight = async (layout: Layout, isLan: boolean): Promise<Addresses> => {
  const host = isLan ? lanAddress() : '127.0.0.1'
  const wishes: readonly Wish[] = [
    ...(layout.server ? [SERVER] : []),
    ...(layout.simulator ? [SIMULATOR, PREVIEW] : []),
  ]
  const found = await freePorts(wishes, print)
  const portOf = ({ part, fallback }: Wish) => found.get(part) ?? fallback
  return {
    host,
    ports: { server: portOf(SERVER), simulator: portOf(SIMULATOR), preview: portOf(PREVIEW) },
  }
}

/**
 * Runs what the project has until Ctrl-C: simulator, server, the watching weapp build and its preview. Any part that
 * ends stops the others, and a second Ctrl-C kills what has not ended; a fault is one sentence. `--lan` lets a phone
 * in the local network reach the server.
 */
export const start = async (options = process.argv.slice(2)): Promise<void> => {
  const parts: Part[] = []
  const ending = endingOf(parts)
  // The parts have process groups of their own, so a closed terminal (SIGHUP) would not reach them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, ending.signalled)
  }

  try {
    const unknown = options.find((option) => option !== '--lan')
    if (unknown !== undefined) throw new Error(`npm start takes --lan only, not "${unknown}".`)
    const layout = layoutOf()
    const addresses = await preflight(layout, options.includes('--lan'))
    if (ending.isAsked()) return
    for (const spec of partSpecs(addresses, layout)) {
      say(spec.name, 'starting')
      parts.push(startPart(spec, say))
    }
    await Promise.all(parts.map((part) => part.ready))
    for (const line of readyWords(addresses, layout)) print(line)
    await Promise.race(parts.map((part) => part.ended))
  } catch (error) {
    // A part that was asked to end before it was ready is no fault.
    if (!ending.isAsked()) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    }
  }
  parts.forEach((part) => part.stop())
  await Promise.all(parts.map((part) => part.ended))
}
