import type { Mutation } from './mutation'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** When all mutations were made: the day, as `YYYY-MM-DD`, and the commit they were made in. */
export interface WholeRun {
  day: string
  commit: string
}

/** `docs/mutations.md`: the mutations that were just seen to turn their test red. */
export const mutationPage = (caught: readonly Mutation[], { day, commit }: WholeRun): string =>
  [
    '# Mistakes that tests catch',
    '',
    'Made by `npm run mutations`, which makes each mistake in a copy of the project, sees the test named here fail while',
    'others of its file still pass, and writes this page only when every mistake was caught. Without a mistake the same',
    'tests are green.',
    '',
    `Made last on ${day}, at commit ${commit}: ${caught.length} of ${caught.length} caught.`,
    '',
    row(['mutation', 'stands for', 'what it breaks', 'in', 'caught by', 'the test that fails']),
    row(['---', '---', '---', '---', '---', '---']),
    ...caught.map(({ name, section, breaks, file, caughtBy }) =>
      row([name, section, breaks, `\`${file}\``, `\`${caughtBy.file}\``, caughtBy.title]),
    ),
    '',
    'The exact replacements are in `maintainers/mutations/mutations.ts`; `npm run maintainers` checks that each still finds its place.',
    '',
  ].join('\n')
