import { fileURLToPath } from 'node:url'
import { inNode } from '../jest.config.mjs'

const rootDir = fileURLToPath(new URL('..', import.meta.url))
const withWorld = 'maintainers/operations'

/** `npm run maintainers`: what only this repository holds itself to. `npm test` is about behaviour. */
const config = {
  rootDir,
  testTimeout: 60_000,
  projects: [
    {
      ...inNode('pages', 'maintainers'),
      rootDir,
      testPathIgnorePatterns: [`<rootDir>/${withWorld}/`],
    },
    {
      ...inNode('operations', withWorld),
      rootDir,
      globalSetup: '<rootDir>/test/setup/contract.ts',
      globalTeardown: '<rootDir>/test/setup/contract-end.ts',
    },
  ],
}

export default config
