import type { TestServer } from './test-server'

/** Does `meanwhile` between the checks of the next request and what it writes; undone by `jest.restoreAllMocks()`. */
export const beforeTheNextWrite = (
  { context: { db } }: Pick<TestServer, 'context'>,
  meanwhile: () => Promise<unknown>,
): void => {
  const begin = db.transaction.bind(db)
  jest.spyOn(db, 'transaction').mockImplementationOnce(async (...args) => {
    await meanwhile()
    return begin(...args)
  })
}
