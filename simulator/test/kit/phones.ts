import { TestEnvironment } from 'jest-environment-node'
import * as compiler from 'glass-easel-template-compiler'
import * as jsdom from 'jsdom'

/**
 * Jest's environment of tests that launch phones: Node, and jsdom and the compiler of templates of the Jest
 * process. Outside the sandbox of a test file they are loaded once per worker, not once per file. Every phone has
 * a window of its own.
 */
export default class PhoneEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    // Jest empties the objects it finds on the global when a file ends: a function keeps its own.
    this.global['modulesOfWorker'] = () => ({ jsdom, compiler })
  }
}
