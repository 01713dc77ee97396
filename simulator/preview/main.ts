import { startPreview } from './start'

const DEFAULT_PORT = '8789'
const DEFAULT_BUNDLE = 'dist/weapp'
const DEFAULT_SIMULATOR = 'http://127.0.0.1:8788'

const readPort = (text: string): number => {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  throw new Error(
    `PREVIEW_PORT must be a port number from 0 to 65535: correct it or leave it out for ${DEFAULT_PORT}.`,
  )
}

/** `127.0.0.1:8787=127.0.0.1:18787,…`: a hosts file for the phone, in one line. */
const readHosts = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [from, to] = pair.split('=')
        if (from === undefined || to === undefined) {
          throw new Error('PREVIEW_HOSTS must be written host:port=host:port, joined by commas.')
        }
        return [from, to]
      }),
  )

const main = async (): Promise<void> => {
  const { env } = process
  const { url, close } = await startPreview({
    port: readPort(env['PREVIEW_PORT'] ?? DEFAULT_PORT),
    bundleDir: env['BUNDLE_DIR'] ?? DEFAULT_BUNDLE,
    simulatorUrl: env['SIMULATOR_URL'] ?? DEFAULT_SIMULATOR,
    hosts: readHosts(env['PREVIEW_HOSTS'] ?? ''),
  })
  process.stdout.write(`listening on ${url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close())
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
