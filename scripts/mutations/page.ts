import type { Mutation } from './mutation'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** `docs/mutations.md`: the mutations that were just seen to turn their test red. */
export const mutationPage = (caught: readonly Mutation[]): string =>
  [
    '# Mistakes that tests catch',
    '',
    'Made by `npm run mutations`, which makes each mistake in a copy of the project, sees the test named here fail while',
    'others of its file still pass, and writes this page only when every mistake was caught. Without a mistake the same',
    'tests are green. T, B and W are the numbers of the WeChat rules and the wire contract that the tests cite, too.',
    '',
    row(['mutation', 'stands for', 'what it breaks', 'in', 'caught by', 'the test that fails']),
    row(['---', '---', '---', '---', '---', '---']),
    ...caught.map(({ name, trap, breaks, file, caughtBy }) =>
      row([name, trap, breaks, `\`${file}\``, `\`${caughtBy.file}\``, caughtBy.title]),
    ),
    '',
    'The exact replacements are in `scripts/mutations/mutations.ts`; `npm test` checks that each still finds its place.',
    '',
  ].join('\n')
