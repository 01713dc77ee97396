import { appendFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { relative } from 'node:path'

/**
 * A reporter for Jest with V8's coverage: writes to MUTATE_FUNCTIONS, a test a line, the names of the functions that
 * ran, by file. V8 names a function by the constant it is assigned to, so no source map is needed.
 */
export default class FunctionsReporter {
  /**
   * @param {{ path: string, context: { config: { rootDir: string } } }} test
   * @param {{ v8Coverage?: { result: { url: string, functions: { functionName: string, ranges: { count: number }[] }[] } }[] }} result
   */
  onTestResult(test, { v8Coverage = [] }) {
    const from = (path) => relative(test.context.config.rootDir, path).replaceAll('\\', '/')
    const ran = ({ ranges: [whole] }) => whole.count > 0
    const functions = Object.fromEntries(
      v8Coverage.map(({ result }) => [
        from(result.url.startsWith('file:') ? fileURLToPath(result.url) : result.url),
        [...new Set(result.functions.filter(ran).map(({ functionName }) => functionName))],
      ]),
    )
    const line = JSON.stringify({ test: from(test.path), functions })
    const { MUTATE_FUNCTIONS: file } = process.env
    if (file === undefined) throw new Error('MUTATE_FUNCTIONS has to name a file.')
    appendFileSync(file, `${line}\n`)
  }
}
