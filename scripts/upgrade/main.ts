import { readArguments, USAGE } from './arguments'
import { upgrade, type Outcome } from './upgrade'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const wordsOf = (outcome: Outcome): string[] => {
  if (outcome.kind === 'nothing new') {
    return [`Nothing to take in: ${outcome.version} makes the same project.`]
  }
  const { branch, change, from, conflicts, sections, version } = outcome
  return [
    ...(sections.length === 0 ? [] : ['', 'To read:', '', ...sections]),
    '',
    `The branch ${branch} has the template's ${version}; ${from} is as it was.`,
    ...(conflicts.length === 0
      ? []
      : [
          `${conflicts.length} files changed on both sides; git has marked where:`,
          ...conflicts.map((path) => `  ${path}`),
          `  git show ${change.slice(0, 12)}            what the template changed`,
          '  git add -A && git cherry-pick --continue   once they are mended',
        ]),
    '  npm install && npm run validate            then look at it',
    `  git switch ${from} && git merge ${branch}`,
    `  ${conflicts.length === 0 ? '' : 'git cherry-pick --abort && '}git switch ${from} && git branch -D ${branch}   undoes it`,
  ]
}

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
