import { transformSync } from 'esbuild'
import type { Files } from '../core/ports'

/** What only a module of ECMAScript has, at the beginning of a statement; a string may look like it, which does no harm. */
const MODULE =
  /(?:^|[;}])\s*(?:import\s*["'{*\w]|export\s*(?:default\b|[{*]|(?:const|let|var|function|class|async)\b))/m

const compile = (path: string, source: string, loader: 'js' | 'ts') =>
  transformSync(source, {
    format: 'cjs',
    loader,
    target: 'es2021',
    sourcefile: path,
    logLevel: 'silent',
  }).code

const isTypeScript = (path: string) => path.endsWith('.ts') && !path.endsWith('.d.ts')

/**
 * The files of a mini-program as DevTools runs its source: `import` and `export` become `require` and `exports`, TypeScript becomes
 * JavaScript (guide "代码编译"). A built one stays as it is.
 */
export const compiledFiles = (files: Files): Files => {
  const compiled = new Map<string, string>()
  const names = new Set(files.list())
  const written = (path: string): [string, 'js' | 'ts'] | undefined => {
    const source = files.read(path)
    if (source !== undefined) return MODULE.test(source) ? [source, 'js'] : undefined
    const typed = path.replace(/\.js$/, '.ts')
    return names.has(typed) ? [files.read(typed) ?? '', 'ts'] : undefined
  }
  return {
    list: () => [
      ...files.list(),
      ...files
        .list()
        .filter(isTypeScript)
        .map((path) => path.replace(/\.ts$/, '.js')),
    ],
    read: (path) => {
      if (!path.endsWith('.js')) return files.read(path)
      const known = compiled.get(path)
      if (known !== undefined) return known
      const found = written(path)
      if (found === undefined) return files.read(path)
      const code = compile(path, ...found)
      compiled.set(path, code)
      return code
    },
  }
}
