import { ensureTestBundle } from '../../scripts/build/test-bundle'

/** Jest calls this once, before the tests that run the built bundle. */
export default ensureTestBundle
