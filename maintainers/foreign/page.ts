import type { Verdict } from './try-component'

/** What became of a library. */
export interface Judged {
  name: string
  version: string
  verdicts: readonly Verdict[]
}

/** Faults that the library itself has, alone in a page as here; why. */
const THEIRS: Readonly<Record<string, string>> = {
  'tdesign-miniprogram/chat-markdown/chat-markdown-code/chat-markdown-code':
    'a tap asks for the chat-markdown around it',
  'tdesign-miniprogram/chat-markdown/chat-markdown-table/chat-markdown-table':
    'a tap asks for the chat-markdown around it',
  'weui-miniprogram/navigation-bar/navigation-bar':
    'a tap goes back from the first page, and nothing handles the refusal',
  'lin-ui/capsule-bar/index':
    'a tap goes back from the first page, and nothing handles the refusal',
  'iview-weapp/index/index': 'a tap asks for the index-item inside it',
  'iview-weapp/slide/index': 'a handler uses a variable that it does not declare',
}

const HEAD = `# Components of other people on the simulator

\`npm run foreign\` writes this page: every component alone in a page is mounted, updated, tapped all over and taken away. A fault is
whatever it did not catch, save what the simulator says by name that it has not, and what the library does wrong itself; both
are listed below the table.

`

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? '' : `\n## ${title}\n\n${lines.map((line) => `- ${line}\n`).join('')}`

const linesOf = (verdicts: readonly Verdict[], kind: 'faults' | 'unsimulated') =>
  verdicts.flatMap((verdict) => verdict[kind].map((line) => `${verdict.component}: ${line}`))

/** The page about all libraries, and how many faults are the simulator's. */
export const pageOf = (judged: readonly Judged[]): { text: string; faults: number } => {
  const isOurs = ({ component, faults }: Verdict) => faults.length > 0 && !(component in THEIRS)
  const rows = judged.map(({ name, version, verdicts }) => {
    const well = verdicts.filter((verdict) => !isOurs(verdict)).length
    const taps = verdicts.reduce((sum, verdict) => sum + verdict.taps, 0)
    const share = `${((100 * well) / verdicts.length).toFixed(1)} %`
    return row([name, version, verdicts.length, well, share, taps])
  })
  const all = judged.flatMap(({ verdicts }) => verdicts)
  const ours = all.filter(isOurs)
  const theirs = all.filter(({ component, faults }) => faults.length > 0 && component in THEIRS)
  const text =
    HEAD +
    row(['library', 'version', 'components', 'without a fault', 'share', 'taps']) +
    row(['---', '---', '---', '---', '---', '---']) +
    rows.join('') +
    section('Faults', linesOf(ours, 'faults')) +
    section(
      'Faults of the libraries themselves',
      theirs.map(({ component }) => `${component}: ${THEIRS[component] ?? ''}`),
    ) +
    section('Not simulated', linesOf(all, 'unsimulated'))
  return { text, faults: ours.length }
}
