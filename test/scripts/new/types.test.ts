import { resolve } from 'node:path'
import ts from 'typescript'
import type { Tree } from '../../../scripts/code/tree'
import { madeBy } from './made-by'

const MINUTE = 60_000

/** What the compiler says of the changed files below `folder`; they are in memory, everything they use is on the disk. */
const faultsIn = (tree: Tree, config: string, folder: RegExp): string[] => {
  const read = ts.getParsedCommandLineOfConfigFile(
    config,
    { noEmit: true },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => undefined,
    },
  )
  const files = tree.changed().filter((path) => /\.tsx?$/.test(path) && folder.test(path))
  const texts = new Map(files.map((path) => [resolve(path), tree.read(path)]))
  const options = read?.options ?? {}
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile } = host
  host.fileExists = (path) => texts.has(resolve(path)) || fileExists(path)
  host.readFile = (path) => texts.get(resolve(path)) ?? readFile(path)
  host.directoryExists = () => true
  const declared = read?.fileNames.filter((path) => path.endsWith('.d.ts')) ?? []
  const program = ts.createProgram([...texts.keys(), ...declared], options, host)
  return [...texts.keys()]
    .flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)))
    .map(({ file, messageText }) =>
      [file?.fileName, ts.flattenDiagnosticMessageText(messageText, ' ')].join(': '),
    )
}

describe('the types of what npm run new makes', () => {
  it.each([
    [['module tea-orders'], 'server/tsconfig.json', /^server\//],
    [
      ['page tea/cup', 'tab shop --before me', 'feature tea-time'],
      'tsconfig.json',
      /^(src|test)\//,
    ],
  ])(
    'the types of what npm run new makes fit the code of today: %j',
    async (commands, config, folder) => {
      const tree = await madeBy(commands)
      expect(tree.changed().filter((path) => folder.test(path)).length).toBeGreaterThan(6)
      expect(faultsIn(tree, config, folder)).toEqual([])
    },
    2 * MINUTE,
  )
})
