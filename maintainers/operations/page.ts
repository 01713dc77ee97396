import { format } from 'prettier'
import { cellsOf, type Costs } from './cost'

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

/** docs/operations.md: the table of costs, formatted as Prettier would. */
export const operationsPage = (costs: readonly Costs[]): Promise<string> => {
  const page = [
    '# What operations cost',
    '',
    'Counted, not estimated: `npm run operations` runs our client and the genuine minapp-sdk 3.23.6 against this',
    'server and this simulator, and writes this page; `npm run maintainers` counts again and fails where the page says otherwise.',
    '“Later” is storage work off the launch path: the keys that minapp-sdk would look for, so that both can live in',
    'one project. “register” has the device’s id in it, read and written once in the life of the app.',
    '',
    row(['operation', 'requests, ours', 'SDK', 'storage calls, ours', 'later', 'SDK']),
    row(['---', '--:', '--:', '--:', '--:', '--:']),
    ...costs.map((cost) => row(cellsOf(cost))),
    '',
    'N requests that meet a 401 at once cost N + 1 + N with ours, however large N is; with the SDK and `autoLogin`',
    'the same, but a late one costs another login ([protocol.md](protocol.md) 9.9), and without `autoLogin` nothing is renewed.',
    '',
    'Which weaknesses of the SDK are fixed, and the tests that say so: [weaknesses.md](weaknesses.md).',
    '',
  ]
  return format(page.join('\n'), { parser: 'markdown' })
}
