import { createDatabase, startPostgres, type TestPostgres } from './postgres'

/**
 * A PostgreSQL for tests that need one whatever the others run on: the one `npm run test:postgres` has
 * started, or else a cluster of their own.
 */
export const anyPostgres = async (): Promise<Pick<TestPostgres, 'createDatabase' | 'stop'>> => {
  const server = process.env['TEST_POSTGRES_URL']
  if (server === undefined) return startPostgres()
  return { createDatabase: () => createDatabase(server), stop: async () => undefined }
}
