import { readArguments, USAGE } from './arguments'
import { upgrade } from './upgrade'
import { wordsOf } from './words'

const say = (line: string) => void process.stdout.write(`${line}\n`)

try {
  const options = readArguments(process.argv.slice(2))
  for (const line of wordsOf(upgrade(process.cwd(), options, say))) say(line)
} catch (error) {
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  if (isUsage) process.stderr.write(`${USAGE}\n`)
  process.exitCode = 1
}
