import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format } from 'prettier'
import { runMain } from '../../scripts/code/run-main'
import { mutate } from '../mutations/mutation'
import { copyTree, type Tree } from '../mutations/tree'
import { wholeNumber } from '../../server/test/kit/whole-number'
import { runStories } from '../../server/test/ownership/run-stories'
import { FAULTS, type Fault } from './faults'
import { faultsPage, type Found } from './page'

// npm run ownership:faults -- [seed] [fault]: puts old faults back, one by one, and counts the stories until the
// model sees them.
const FILE = 'maintainers/ownership/README.md'
const STORIES = 2_000
const AT_ONCE = 2

const print = (line: string) => void process.stdout.write(`${line}\n`)

/** Runs `task` while the fault is in the copy, and takes it out again. */
const withFault = async <T>(
  tree: Tree,
  { id, what, edits: [edit, ...edits] }: Fault,
  task: () => Promise<T>,
): Promise<T> => {
  if (edit === undefined) return task()
  const source = await readFile(join(tree.folder, edit.file), 'utf8')
  return tree.withText(edit.file, mutate(source, { name: id, ...edit }), () =>
    withFault(tree, { id, what, edits }, task),
  )
}

const look = async (tree: Tree, fault: Fault, seed: number): Promise<Found> => {
  const run = () => runStories(tree.folder, { stories: STORIES, seed, shrink: 'no' })
  const { stories, broken } = await withFault(tree, fault, run)
  const invariant = broken?.split('\n')[0] ?? null
  print(
    `${fault.id}: ${invariant === null ? 'NOT FOUND' : `found by story ${stories}: ${invariant}`}`,
  )
  return { fault, stories, invariant }
}

/** Takes faults from the queue, each copy of the tree one at a time. */
const lookInTurn = async (queue: Fault[], seed: number): Promise<Found[]> => {
  const tree = await copyTree()
  const found: Found[] = []
  try {
    for (let fault = queue.shift(); fault !== undefined; fault = queue.shift()) {
      found.push(await look(tree, fault, seed))
    }
  } finally {
    await tree.remove()
  }
  return found
}

const main = async (): Promise<void> => {
  const seed = wholeNumber('seed', process.argv[2] ?? '1')
  const only = process.argv[3]
  const queue = FAULTS.filter(({ id }) => only === undefined || id === only)
  if (queue.length === 0) throw new Error(`No fault is called ${only}.`)
  const all = await Promise.all(Array.from({ length: AT_ONCE }, () => lookInTurn(queue, seed)))
  const found = all.flat().sort((a, b) => FAULTS.indexOf(a.fault) - FAULTS.indexOf(b.fault))
  if (found.some(({ invariant }) => invariant === null)) process.exitCode = 1
  else if (only === undefined) {
    await writeFile(
      FILE,
      await format(faultsPage(found, { seed, stories: STORIES }), { parser: 'markdown' }),
    )
  }
}

runMain(main)
