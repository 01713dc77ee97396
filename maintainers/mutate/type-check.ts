import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import ts from 'typescript'

/** Whether `text`, in the place of a file, is free of errors that the compiler finds in that file. */
export type TypeCheck = (file: string, text: string) => boolean

/**
 * Loads a project once; each check after that takes a fraction of a second. A mutant the compiler refuses needs no
 * test. Errors in other files, which import this one, are not looked for.
 */
export const typeCheckOf = (tsconfig: string): TypeCheck => {
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile)
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, resolve(dirname(tsconfig)))
  const mutated = { file: '', text: '', version: 0 }
  const textOf = (file: string) =>
    file === mutated.file ? mutated.text : readFileSync(file, 'utf8')

  const service = ts.createLanguageService({
    getCompilationSettings: () => parsed.options,
    getScriptFileNames: () => parsed.fileNames,
    getScriptVersion: (file) => (file === mutated.file ? `mutant ${mutated.version}` : 'as it is'),
    getScriptSnapshot: (file) =>
      ts.sys.fileExists(file) ? ts.ScriptSnapshot.fromString(textOf(file)) : undefined,
    getCurrentDirectory: () => resolve('.'),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  })

  return (file, text) => {
    Object.assign(mutated, { file: resolve(file), text, version: mutated.version + 1 })
    return (
      service.getSyntacticDiagnostics(mutated.file).length === 0 &&
      service.getSemanticDiagnostics(mutated.file).length === 0
    )
  }
}
