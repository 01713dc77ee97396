import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

/** The blocks of TypeScript that a page prints. */
export const samplesIn = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/^```tsx\n([\s\S]+?)^```$/gm)].map(
    ([, code = '']) => code,
  )

const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }

/** What the compiler says about samples, as if each were a file of a feature of the app; '' when it accepts all. */
export const complaintsAbout = (samples: readonly string[]): string => {
  const config = ts.getParsedCommandLineOfConfigFile('src/tsconfig.json', {}, host)
  const files = new Map(
    samples.map((code, index) => [resolve(`src/features/sample/Sample${index}.tsx`), code]),
  )
  const options = { ...config?.options, noEmit: true }
  const compiler = ts.createCompilerHost(options)
  const read = compiler.readFile.bind(compiler)
  const exists = compiler.fileExists.bind(compiler)
  const source = compiler.getSourceFile.bind(compiler)
  compiler.readFile = (file) => files.get(file) ?? read(file)
  compiler.fileExists = (file) => files.has(file) || exists(file)
  compiler.getSourceFile = (file, target) => {
    const code = files.get(file)
    return code === undefined ? source(file, target) : ts.createSourceFile(file, code, target, true)
  }
  const types = (config?.fileNames ?? []).filter((file) => file.endsWith('.d.ts'))
  const program = ts.createProgram([...files.keys(), ...types], options, compiler)
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  })
}
