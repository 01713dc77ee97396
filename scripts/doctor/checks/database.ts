import { found, ok, type Check } from '../finding'

const PORT = 5432

/** Whether the database of the server on this machine answers. Only its port is tried: nothing is read or written. */
export const database: Check = {
  name: 'database',
  run: async ({ server, connect }) => {
    if (server === undefined) return []
    const url = server.env['DATABASE_URL'] ?? ''
    if (url === '') return [ok('The server keeps its data in its own embedded database.')]
    // What is no address is for the check of the settings, which names it; the address may hold a password.
    if (!URL.canParse(url)) return []
    const { hostname, port } = new URL(url)
    try {
      await connect(hostname || 'localhost', port === '' ? PORT : Number(port))
      return [ok(`The database on ${hostname} answers.`)]
    } catch {
      return [
        found(
          server.env['NODE_ENV'] === 'production' ? 'beforeUpload' : 'error',
          `The database on ${hostname}:${port || PORT} does not answer.`,
          'Start it, or mend DATABASE_URL in server/.env; without that line the embedded one is used.',
        ),
      ]
    }
  },
}
