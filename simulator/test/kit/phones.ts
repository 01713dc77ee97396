import { TestEnvironment } from 'jest-environment-node'
import * as jsdom from 'jsdom'

/**
 * Jest's environment of tests that launch phones: Node, and the jsdom of the Jest process. Outside the sandbox of a test
 * file its five hundred modules are loaded once per worker, not once per file. Every phone has a window of its own.
 */
export default class PhoneEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    this.global['jsdom'] = jsdom
  }
}
