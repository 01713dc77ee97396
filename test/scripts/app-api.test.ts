import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'

const PAGES = ['docs/app-api.md', 'docs/app-api.en.md'] as const

const blocksOf = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/```tsx\n(.*?)```/gs)].map(([, code = '']) => code)

/** What the compiler of the app says about these texts, as files of a feature. */
const faultsOf = (texts: readonly string[]): string[] => {
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

describe("the page on the app's own API", () => {
  it('holds code that compiles in the app', () => {
    const blocks = blocksOf(PAGES[1])
    expect(blocks).toHaveLength(5)
    expect(faultsOf(blocks)).toEqual([])
  }, 120_000)

  it('finds an example that calls what is not there', () => {
    const [first = ''] = blocksOf(PAGES[1])
    expect(faultsOf([first.replace('user.nickname', 'user.nick')])).toHaveLength(1)
  }, 120_000)

  it('has the same code in both languages', () => {
    expect(blocksOf(PAGES[0])).toEqual(blocksOf(PAGES[1]))
  })
})
