import { ensureTestBundle, ensureTestSite } from '../../scripts/build/test-bundle'
import { ENGINES, findProgram } from '../../scripts/browser/find-program'

/** Jest calls this once, before the browser tests: no test may fail only because there is no browser. */
export default async function setUp(): Promise<void> {
  ENGINES.forEach((engine) => findProgram(engine))
  await ensureTestBundle()
  await ensureTestSite()
}
