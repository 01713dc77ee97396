import { openTestServer, type TestServer } from './test-server'
import { phoneInHand, type PhoneInHand } from './phone-in-hand'

// The first start of PGlite in a process is slow on a busy machine.
const OPENS_WITHIN_MS = 120_000

/**
 * A server for all tests of the file that calls this, with people's phones: opened before the first test and closed
 * after the last. Its parts throw until then. `env` is read when the server opens.
 */
export const serverForFile = (
  env: Record<string, string> = {},
): { readonly server: TestServer; readonly hand: PhoneInHand } => {
  let opened: TestServer | undefined
  const now = (): TestServer => {
    if (opened === undefined) throw new Error('The server opens before the first test.')
    return opened
  }
  beforeAll(async () => {
    opened = await openTestServer(env)
  }, OPENS_WITHIN_MS)
  afterAll(() => opened?.close())

  const server: TestServer = {
    get context() {
      return now().context
    },
    get app() {
      return now().app
    },
    get clock() {
      return now().clock
    },
    get wechat() {
      return now().wechat
    },
    call: (...request) => now().call(...request),
    close: () => now().close(),
  }
  return { server, hand: phoneInHand(server) }
}
