import type { Conflict } from './conflicts'
import type { Outcome } from './upgrade'

const MOST_NAMED = 10

const wordsFor = ({ path, kind }: Conflict): string => {
  switch (kind) {
    case 'marked':
      return `${path}: both sides changed it; git has marked where`
    case 'not text':
      return `${path}: both sides changed it; yours is there, the template's: git checkout --theirs -- "${path}"`
    case 'removed by the template':
      return `${path}: the template removed it, you had changed it; yours is there, or: git rm "${path}"`
    case 'moved':
      return `${path}: both sides moved it, or put something else there; see git status`
  }
}

const named = (paths: readonly string[]): string[] => [
  ...paths.slice(0, MOST_NAMED).map((path) => `  ${path}`),
  ...(paths.length > MOST_NAMED ? [`  … and ${paths.length - MOST_NAMED} more`] : []),
]

/** What an upgrade prints at its end, line by line. */
export const wordsOf = (outcome: Outcome): string[] => {
  if (outcome.kind === 'nothing new') {
    return [`Nothing to take in: ${outcome.version} makes the same project.`]
  }
  const { branch, change, from, conflicts, stayRemoved, followed, sections, version } = outcome
  return [
    ...(sections.length === 0 ? [] : ['', 'To read:', '', ...sections]),
    '',
    `The branch ${branch} has the template's ${version}; ${from} is as it was.`,
    ...(stayRemoved.length === 0
      ? []
      : ['You had removed these, and the template changed them. They stay out:']),
    ...named(stayRemoved),
    ...(followed.length === 0
      ? []
      : ['Imports of files that the template moved, rewritten where you had the old path:']),
    ...named(followed.map(({ path, was, now }) => `${path}: ${was} is ${now}`)),
    ...(conflicts.length === 0
      ? []
      : [
          `Yours to decide (${conflicts.length}):`,
          ...conflicts.map((it) => `  ${wordsFor(it)}`),
          `  git show ${change.slice(0, 12)}            what the template changed`,
          '  git add -A && git cherry-pick --continue   once they are mended',
        ]),
    '  npm install && npm run validate            then look at it',
    `  git switch ${from} && git merge ${branch}`,
    `  git checkout -f ${from}                    goes back; git branch -D ${branch} removes the branch`,
  ]
}
