import { fileURLToPath } from 'node:url'
import { inNode, transform } from '../jest.config.mjs'

const rootDir = fileURLToPath(new URL('..', import.meta.url))
const withWorld = 'maintainers/operations'
// `npm run foreign:pages`: packages of its own and browsers.
const withLibraries = 'maintainers/foreign/browser'

// GitHub's parser of workflows comes as ECMAScript modules, which Jest's module sandbox cannot load.
const withActions = {
  transform: {
    ...transform,
    '/@actions/.+\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@actions/)'],
  moduleNameMapper: {
    '^@actions/([\\w-]+)$': '<rootDir>/node_modules/@actions/$1/dist/index.js',
    '^@actions/([\\w-]+)/(.+)$': '<rootDir>/node_modules/@actions/$1/dist/$2.js',
  },
}

/** `npm run maintainers`: what only this repository holds itself to. `npm test` is about behaviour. */
const config = {
  rootDir,
  testTimeout: 60_000,
  projects: [
    {
      ...inNode('pages', 'maintainers'),
      ...withActions,
      rootDir,
      testPathIgnorePatterns: [`<rootDir>/${withWorld}/`, `<rootDir>/${withLibraries}/`],
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
