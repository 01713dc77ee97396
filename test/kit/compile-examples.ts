import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** The examples of a page of the documents: its blocks of code in one language of Markdown's fences. */
export const blocksOf = (page: string, fence: 'tsx' | 'sh'): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/```(\w+)\n(.*?)```/gs)]
    .filter(([, language]) => language === fence)
    .map(([, , code = '']) => code)

/** What the compiler of the app reports for these texts, as files of a feature. */
export const faultsOf = (texts: readonly string[]): string[] => {
  const { config } = ts.readConfigFile('src/tsconfig.json', ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, 'src')
  const files = new Map(
    texts.map((text, index) => [resolve(`src/features/of-the-docs/Example${index}.tsx`), text]),
  )
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name) ?? readFile(name)
  host.getSourceFile = (name, version, ...rest) => {
    const text = files.get(name)
    return text === undefined
      ? getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, text, version)
  }
  // Declarations of what the build and WeChat provide.
  const declared = ts.sys.readDirectory('types', ['.ts']).map((name) => resolve(name))
  const program = ts.createProgram(
    [...files.keys(), ...declared],
    { ...options, noEmit: true },
    host,
  )
  return [...files.keys()]
    .map((name) => program.getSourceFile(name))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}
