import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { startPart, type Part } from './part'
import { partSpecs, type Ports } from './parts'
import { portFrom, requireFree } from './ports'

const NEEDED_FOLDERS = ['src', 'config', 'server', 'simulator']
const NAME_WIDTH = 10

const print = (line: string) => void process.stdout.write(`${line}\n`)
const say = (name: string, line: string) => print(`${name.padEnd(NAME_WIDTH)} ${line}`)

/**
 * Runs the whole product until Ctrl-C: simulator, server, the watching weapp build and its preview.
 * Any part that ends takes the others with it; a fault is told in one sentence.
 */
export async function start(): Promise<void> {
  const parts: Part[] = []
  const stopAll = () => parts.forEach((part) => part.stop())
  // The parts have process groups of their own, so a closed terminal (SIGHUP) would not reach them.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopAll)

  try {
    const ports = await preflight()
    for (const spec of partSpecs(ports)) {
      say(spec.name, 'starting')
      parts.push(startPart(spec, say))
    }
    await Promise.all(parts.map((part) => part.ready))
    printAddresses(ports)
    await Promise.race(parts.map((part) => part.ended))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
  stopAll()
  await Promise.all(parts.map((part) => part.ended))
}

async function preflight(): Promise<Ports> {
  const missing = NEEDED_FOLDERS.filter((folder) => !existsSync(folder))
  if (missing.length > 0) {
    throw new Error(`The folder "${missing[0]}" is missing: run npm start in a complete clone.`)
  }
  const ports = {
    server: portFrom('PORT', 8787),
    simulator: portFrom('SIM_PORT', 8788),
    preview: portFrom('PREVIEW_PORT', 8789),
  }
  await requireFree('PORT', ports.server, 'server')
  await requireFree('SIM_PORT', ports.simulator, 'simulator')
  await requireFree('PREVIEW_PORT', ports.preview, 'preview')
  return ports
}

function printAddresses({ server, simulator, preview }: Ports): void {
  print('')
  print('Ready. See it run in a browser:')
  print(`  preview    http://127.0.0.1:${preview}`)
  print('or open this folder in WeChat DevTools (it shows dist/weapp):')
  print(`  ${resolve('.')}`)
  print(`  server     http://127.0.0.1:${server}`)
  print(`  simulator  http://127.0.0.1:${simulator}`)
  print('Ctrl-C ends everything.')
}
