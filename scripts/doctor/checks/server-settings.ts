import { found, ok, type Check } from '../finding'

const faultsOf = (check: () => void): string[] => {
  try {
    check()
    return []
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n')
  }
}

/** The settings of the server on this machine, by its own check. Those of production are known where it runs. */
export const serverSettings: Check = {
  name: 'server',
  run: ({ server }) => {
    if (server === undefined) return []
    const isProduction = server.env['NODE_ENV'] === 'production'
    const faults = faultsOf(() => server.check(server.env))
    if (faults.length > 0) {
      return faults.map((sentence) =>
        found(isProduction ? 'beforeUpload' : 'error', sentence, 'Mend it in server/.env.'),
      )
    }
    return isProduction
      ? [ok('The settings of the server pass its check for production.')]
      : [
          ok(
            'The settings of the server here are in order for development; where it runs for people, NODE_ENV=production checks the rest at its start.',
          ),
        ]
  },
}
