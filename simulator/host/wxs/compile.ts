import { parseWxs } from './parse'
import { emitModule } from './emit'
import { findRefused } from './refusals'

/** A WXS module as code for a template group, or why there is none: a sentence with file, line and column. */
export type CompiledWxs = { kind: 'code'; code: string } | { kind: 'refused'; sentence: string }

/** What the generated code calls the runtime. */
export const WXS_RUNTIME = '$wxs'

const placeOf = (source: string, offset: number) => {
  const before = source.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

const refusal = (path: string, source: string, offset: number, why: string): CompiledWxs => {
  const { line, column } = placeOf(source, offset)
  return { kind: 'refused', sentence: `${path}:${line}:${column}: ${why}` }
}

/**
 * Compiles WXS, which looks like JavaScript and is a language of its own: what it lacks is refused, and every name
 * and member goes through the runtime (guide "WXS"). `path` is the file, such as `pages/a.wxs`.
 */
export const compileWxs = (path: string, source: string): CompiledWxs => {
  try {
    const program = parseWxs(source)
    const found = findRefused(program)
    if (found !== undefined) {
      return refusal(path, source, found.node.start, `WXS does not support ${found.what}.`)
    }
    const body = emitModule(program, path)
    const name = JSON.stringify(path)
    const code = `module.exports=${WXS_RUNTIME}.run(${name},require,function($, require){${body}})`
    return { kind: 'code', code }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const offset = 'pos' in error && typeof error.pos === 'number' ? error.pos : 0
    return refusal(path, source, offset, error.message.replace(/ \(\d+:\d+\)$/, ''))
  }
}
