import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { format } from 'prettier'
import { runMain } from '../../scripts/code/run-main'
import type { Mutation } from './mutation'
import { mutations } from './mutations'
import { mutationPage } from './page'
import { runTests } from './run-tests'
import { copyTree, type Tree } from './tree'

const FILE = 'docs/mutations.md'

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Without a mistake, the tests must be green: a red one would catch anything. */
const insistOnGreen = async (folder: string): Promise<void> => {
  const files = new Map(mutations.map(({ caughtBy }) => [caughtBy.file, caughtBy]))
  for (const caughtBy of files.values()) {
    const { passed, failed, printed } = await runTests(folder, caughtBy)
    if (failed.length > 0) {
      throw new Error(`${caughtBy.file} is red without any mistake:\n${printed}`)
    }
    print(`green     ${passed.length} tests of ${caughtBy.file}`)
  }
}

/** Whether the named test fails while others of its file still pass: a file that is red as a whole proves nothing. */
const isCaught = async (tree: Tree, mutation: Mutation): Promise<boolean> => {
  const { passed, failed } = await tree.withMistake(mutation, () =>
    runTests(tree.folder, mutation.caughtBy),
  )
  const outcome = failed.includes(mutation.caughtBy.title) && passed.length > 0
  print(
    `${outcome ? 'caught   ' : 'SURVIVED '} ${mutation.name}: ${failed.length} red, ${passed.length} green`,
  )
  return outcome
}

/** Makes every mistake, one at a time, and writes down which test caught it. */
const main = async (): Promise<void> => {
  const tree = await copyTree()
  const survived: string[] = []
  try {
    await insistOnGreen(tree.folder)
    for (const mutation of mutations) {
      if (!(await isCaught(tree, mutation))) survived.push(mutation.name)
    }
  } finally {
    await tree.remove()
  }
  if (survived.length > 0) {
    process.stderr.write(`No test caught: ${survived.join(', ')}. ${FILE} was left as it was.\n`)
    process.exitCode = 1
    return
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const day = new Date().toISOString().slice(0, 10)
  const page = mutationPage(mutations, { day, commit })
  await writeFile(FILE, await format(page, { parser: 'markdown' }))
  print(`written   ${FILE}`)
}

runMain(main)
