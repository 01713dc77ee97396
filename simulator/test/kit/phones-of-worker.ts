import { TestEnvironment } from 'jest-environment-node'
import * as simulator from '../../index'
import { compileCheck } from '../../host/compile-check'
import { launch } from '../../host/launch'

/** The public API, with what it loads when first called: once the environment is there, no TypeScript is compiled. */
const api = {
  ...simulator,
  compileCheck: async (...args: Parameters<typeof compileCheck>) => compileCheck(...args),
  launch,
}

/**
 * Jest's environment of tests that launch phones by the public API: Node, and the simulator of the Jest process.
 * Outside the sandbox of a test file the simulator, and what it compiles of a bundle, are there once per worker,
 * not once per file.
 */
export default class PhonesOfWorkerEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup()
    // Jest empties the objects it finds on the global when a file ends: a function keeps its own.
    this.global['simulatorOfWorker'] = () => api
  }
}
