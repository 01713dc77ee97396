import { networkInterfaces } from 'node:os'
import { isGreen, linesOf } from './print-run'
import { PHONES } from './phones'
import { runProbe } from './run-probe'
import { startProbeServer } from './server'

const SERVER_PORT = 8790

const print = (line: string) => void process.stdout.write(`${line}\n`)

const addresses = () =>
  Object.values(networkInterfaces())
    .flat()
    .flatMap((found) => (found?.family === 'IPv4' ? [found.address] : []))

const serve = async () => {
  await startProbeServer(SERVER_PORT, '0.0.0.0')
  print('The probe’s server listens. On a phone in the same network, type one of these in:')
  for (const address of addresses()) print(`  http://${address}:${SERVER_PORT}`)
}

const run = async () => {
  const started = Date.now()
  const runs = await Promise.all(PHONES.map((device) => runProbe(device)))
  for (const line of runs.flatMap(linesOf)) print(line)
  print(`${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (!runs.every(isGreen)) process.exitCode = 1
}

const main = () => (process.argv.includes('--serve') ? serve() : run())

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
