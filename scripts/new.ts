import { formatChanged } from './code/format'
import { runMain } from './code/run-main'
import { openTree } from './code/tree'
import { readArguments, USAGE } from './new/arguments'
import { make } from './new/make'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** `npm run new`: pages, tabs, features and modules, with their registrations and tests. */
const main = async (): Promise<void> => {
  const request = readArguments(process.argv.slice(2))
  if (request === undefined) return say(USAGE)
  const tree = openTree(process.cwd())
  const next = await make(tree, request)
  await formatChanged(tree, process.cwd())
  tree.apply()
  for (const path of tree.changed().sort()) {
    say(`${tree.wasThere(path) ? 'changed' : 'written'}  ${path}`)
  }
  say('')
  for (const line of next) say(line)
  const tests = tree.changed().filter((path) => /\.test\.tsx?$/.test(path))
  for (const path of tests) say(`npm test -- ${path}`)
}

runMain(main)
