import { resolve } from 'node:path'
import packageJson from '../package.json'
import { startPreview, startSimulator } from '../index'
import { readCommand, type Command } from './options'
import { helpIn } from './help'

const PREVIEW_PORT = 8789
const SIMULATOR_PORT = 8788

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Starts on the port asked for; where none was asked for, on the usual one or any that is free. */
const startOn = async <Started>(
  asked: number | undefined,
  usual: number,
  start: (port: number) => Promise<Started>,
): Promise<Started> => {
  if (asked !== undefined) return start(asked)
  return start(usual).catch(() => start(0))
}

const preview = async (command: Extract<Command, { kind: 'preview' }>): Promise<void> => {
  const { folder, hosts, port, simulator } = command
  const own =
    simulator.kind === 'own'
      ? await startOn(simulator.port, SIMULATOR_PORT, (free) => startSimulator({ port: free }))
      : undefined
  const simulatorUrl = simulator.kind === 'running' ? simulator.url : (own?.url ?? '')
  const bundleDir = resolve(folder)
  const shown = await startOn(port, PREVIEW_PORT, (free) =>
    startPreview({ port: free, bundleDir, simulatorUrl, hosts }),
  ).catch(async (error: unknown) => {
    // What listens keeps the process alive.
    await own?.close()
    throw error
  })
  print(`WeChat's servers: ${simulatorUrl}`)
  print(`${bundleDir}: listening on ${shown.url}`)
  const stop = async () => {
    await shown.close()
    await own?.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
}

/** Runs the command of the package; a fault is one sentence on stderr and an exit code of 1. */
export const runCommand = async (args: readonly string[]): Promise<void> => {
  try {
    const command = readCommand(args)
    if (command.kind === 'help') print(helpIn(process.env['LC_ALL'] ?? process.env['LANG'] ?? ''))
    else if (command.kind === 'version') print(packageJson.version)
    else await preview(command)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
