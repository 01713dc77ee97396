import { transformSync, type Message } from 'esbuild'
import type { Files } from '../core/ports'
import { bytesOf } from '../core/bytes-of'
import { perContent } from './per-content'
import { codeThatThrows } from './script'

/** What only a module of ECMAScript has, at the beginning of a statement; a string may look like it, which does no harm. */
const MODULE =
  /(?:^|[;}])\s*(?:import\s*["'{*\w]|export\s*(?:default\b|[{*]|(?:const|let|var|function|class|async)\b))/m

/** A script as it runs. `map`: a source map back to what was written; undefined where it runs as written. */
interface RunnableScript {
  code: string
  map: string | undefined
}

const sentenceOf = (path: string, { text, location }: Message) =>
  `${path}:${location?.line ?? 1}:${(location?.column ?? 0) + 1}: ${text}`

const messagesOf = (error: unknown): readonly Message[] =>
  (error as { errors?: readonly Message[] }).errors ?? []

/** Compiles a module of ECMAScript or TypeScript; one that cannot be read becomes code that throws what is wrong, and where. */
const compile = (path: string, source: string): RunnableScript => {
  try {
    const { code, map } = transformSync(source, {
      format: 'cjs',
      loader: path.endsWith('.ts') ? 'ts' : 'js',
      target: 'es2021',
      sourcefile: `/${path}`,
      sourcemap: 'external',
      logLevel: 'silent',
    })
    return { code, map }
  } catch (error) {
    const [first] = messagesOf(error)
    if (first === undefined) throw error
    return { code: codeThatThrows(sentenceOf(path, first)), map: undefined }
  }
}

const isTypeScript = (path: string) => path.endsWith('.ts') && !path.endsWith('.d.ts')

/** The scripts of a mini-program, compiled anew only when they change. */
export interface Compiler {
  /** The file that a script was written in: itself, or TypeScript of the same name. */
  writtenIn: (files: Files, path: string) => string
  /** The script at `path` (with `.js`) as it runs; undefined when there is none. */
  script: (files: Files, path: string) => RunnableScript | undefined
}

/** Creates a compiler with an empty memory. */
export const createCompiler = (): Compiler => {
  const compiled = perContent(compile)
  const writtenIn = (files: Files, path: string) => {
    if (files.read(path) !== undefined) return path
    const typed = path.replace(/\.js$/, '.ts')
    return files.read(typed) === undefined ? path : typed
  }
  return {
    writtenIn,
    script: (files, path) => {
      const written = writtenIn(files, path)
      const source = files.read(written)
      if (source === undefined) return undefined
      const isCompiled = written.endsWith('.ts') || MODULE.test(source)
      return isCompiled ? compiled(written, source) : { code: source, map: undefined }
    },
  }
}

/**
 * The files of a mini-program as DevTools runs its source: `import` and `export` become `require` and `exports`,
 * TypeScript becomes JavaScript (guide "代码编译"). A built one stays as it is.
 */
export const compiledFiles = (files: Files, compiler = createCompiler()): Files => {
  const typed = files.list().filter(isTypeScript)
  const names = [
    ...new Set([...files.list(), ...typed.map((path) => path.replace(/\.ts$/, '.js'))]),
  ]
  return {
    bytes: (path) => bytesOf(files, path),
    list: () => names,
    read: (path) => (path.endsWith('.js') ? compiler.script(files, path)?.code : files.read(path)),
  }
}
