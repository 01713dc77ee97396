import { transform } from './jest.config.mjs'

/** `npm run test:browser`: apart from `npm test`, which needs no browser. */
const config = {
  displayName: 'browser',
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/setup/browser.ts',
  testTimeout: 60_000,
  maxWorkers: 1,
  transform,
}

export default config
