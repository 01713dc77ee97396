import { deployFunctions, type DeployedFunctions } from './cloud-functions'
import { openTestServer, type TestServer } from './test-server'
import { phoneInHand, type PhoneInHand } from './phone-in-hand'

/** Where a client runs a cloud function. */
export const FUNCTION_JOB = '/hserve/v1/cloud-function/job/'

/** A test server with cloud functions deployed. */
export interface FunctionServer {
  readonly functions: DeployedFunctions
  readonly server: TestServer
  readonly hand: PhoneInHand
  /** Runs one of them as a client does; `sync` false does not wait for its answer. */
  readonly invoke: (
    token: string,
    name: string,
    data?: unknown,
    sync?: boolean,
  ) => ReturnType<TestServer['call']>
  readonly close: () => Promise<void>
}

/** Deploys the functions and starts the server; the caller closes it. */
export const openFunctionServer = async (): Promise<FunctionServer> => {
  const functions = await deployFunctions()
  const server = await openTestServer({ FUNCTIONS_DIR: functions.folder })
  return {
    functions,
    server,
    hand: phoneInHand(server),
    invoke: (token, name, data, sync = true) =>
      server.call('POST', FUNCTION_JOB, { body: { function_name: name, sync, data }, token }),
    close: async () => {
      await server.close()
      await functions.remove()
    },
  }
}
