import { StartupFault } from '../../src/startup-fault'
import { startServer } from '../../src/start'

/** What a server with this environment says instead of starting. */
export const faultOf = async (env: Readonly<Record<string, string>>): Promise<string> => {
  const fault = await startServer({ LOG_LEVEL: 'silent', ...env }).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(StartupFault)
  return String((fault as StartupFault).message)
}
