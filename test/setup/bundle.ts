import { ensureTestBundle } from '../../scripts/build/test-bundle'
import { startWorld } from './world'

/**
 * Jest calls this once, before the tests that run the built bundle: builds it, and starts the backend and the WeChat
 * that all of them share by naming people of their own. Each with a backend of its own, they took three times as long.
 */
export default async function setUp(): Promise<void> {
  await ensureTestBundle()
  const world = await startWorld()
  process.env['BUNDLE_SERVER'] = world.server
  process.env['BUNDLE_SIMULATOR'] = world.simulator
  globalThis.endBundleWorld = world.stop
}

declare global {
  // Only `var` declares a property of globalThis, which is how Jest hands a value from setup to teardown.
  var endBundleWorld: (() => Promise<void>) | undefined
}
