import type { TestServer } from './test-server'

/** Does `meanwhile` in the middle of the next erasures, until the mocks are restored: what it throws cuts them short. */
export const duringErasure = (
  { context }: Pick<TestServer, 'context'>,
  meanwhile: () => Promise<void>,
): void => {
  const holdings = {
    name: 'meanwhile',
    tables: [],
    export: async function* () {},
    erase: meanwhile,
  }
  jest.replaceProperty(context, 'holdings', [...context.holdings, holdings])
}
