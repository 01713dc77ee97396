import { filesIn, folderIn, transform } from './jest.config.mjs'

/** `npm run test:browser`: apart from `npm test`, which needs no browser. */
const config = {
  displayName: 'browser',
  testEnvironment: 'node',
  testMatch: [filesIn('test/browser/**/*.test.ts')],
  modulePathIgnorePatterns: ['.cache', 'dist'].map(folderIn),
  globalSetup: '<rootDir>/test/setup/browser.ts',
  // On a busy machine the three programs of a file take more than a minute to start.
  testTimeout: 180_000,
  // On two cores: half of the time a test waits for a program to start or to draw.
  maxWorkers: 2,
  transform,
}

export default config
