import { fileURLToPath } from 'node:url'
import browser from '../../jest.browser.config.mjs'

/** `npm run foreign:pages`: pages of the libraries in the preview, where they are installed. */
const config = {
  ...browser,
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  displayName: 'foreign',
  testMatch: ['<rootDir>/maintainers/foreign/browser/**/*.test.ts'],
}

export default config
