import { startSimulator } from './start'

const readPort = (text: string): number => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  throw new Error(
    'SIM_PORT must be a port number from 0 to 65535: correct it or leave it out for 8788.',
  )
}

const main = async (): Promise<void> => {
  const { url, close } = await startSimulator({ port: readPort(process.env['SIM_PORT'] ?? '8788') })
  process.stdout.write(`listening on ${url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
