import { ensureTestBundle, ensureTestSite } from '../../scripts/build/test-bundle'
import { findBrowser } from '../../scripts/browser/find-browser'

/** Jest calls this once, before the browser tests: no test may fail only because there is no browser. */
export default async function setUp(): Promise<void> {
  findBrowser('chromium')
  findBrowser('firefox')
  await ensureTestBundle()
  await ensureTestSite()
}
