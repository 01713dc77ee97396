import { StartupFault } from './settings/fault'
import { startServer } from './start'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const run = async () => {
  const server = await startServer(process.env, { report: say })
  const stop = async (signal: NodeJS.Signals) => {
    say(`${signal}: finishing running requests`)
    await server.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // Last: whoever waits for this line may send a signal at once.
  say(`listening on ${server.url}`)
}

run().catch((error: unknown) => {
  process.stderr.write(error instanceof StartupFault ? `${error.message}\n` : `${String(error)}\n`)
  process.exit(1)
})
