import { format } from 'prettier'
import { sumsOf, type Outcome } from './table'

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

interface Words {
  readonly title: string
  readonly lead: readonly string[]
  readonly heads: readonly string[]
  readonly states: Readonly<Record<Outcome['state'], string>>
  readonly rows: string
}

const pageOf = (outcomes: readonly Outcome[], words: Words): Promise<string> => {
  const sums = sumsOf(outcomes)
  const states = ['holds', 'decided', 'impossible', 'differs'] as const
  const lines = [
    words.title,
    '',
    ...words.lead,
    '',
    row(states.map((state) => words.states[state]).concat(words.rows)),
    row(states.map(() => '--:').concat('--:')),
    row([...states.map((state) => sums[state]), outcomes.length]),
    '',
    row(words.heads),
    row(words.heads.map(() => '---')),
    ...outcomes.map(({ row: { at, what, judge }, state, note }) =>
      row([
        at,
        what,
        judge === 'none' ? '–' : judge,
        words.states[state],
        note.replaceAll('|', '\\|'),
      ]),
    ),
    '',
  ]
  return format(lines.join('\n'), { parser: 'markdown' })
}

/** docs/conformance.md. */
export const chinesePage = (outcomes: readonly Outcome[]): Promise<string> =>
  pageOf(outcomes, {
    title: '# 逐句对照五份文档',
    lead: [
      '[English](conformance.en.md)',
      '',
      '由 `npm run conformance` 生成。“行”写文档编号与行号（[协议](protocol.zh.md) 1：000 云函数，001、002 天幕，003 getUserProfile，004 登入登出）。',
      '裁判：sdk 为原版 minapp-sdk 对我们的后端，compat 为我们的兼容层，sample 为印在文档里的示例（运行时从文档里截取），wechat 为模拟器里的微信接口。',
    ],
    heads: ['行', '内容', '裁判', '结果', '说明'],
    states: { holds: '相符', decided: '另有决定', impossible: '离线无法判断', differs: '不符' },
    rows: '共',
  })

/** docs/conformance.en.md. */
export const englishPage = (outcomes: readonly Outcome[]): Promise<string> =>
  pageOf(outcomes, {
    title: '# The five documents, sentence by sentence',
    lead: [
      '[中文](conformance.md)',
      '',
      'Written by `npm run conformance`. “line” is document and line ([protocol.md](protocol.md) 1: 000 the cloud function, 001 and 002 Tianmu, 003 getUserProfile, 004 signing in and out).',
      'Judges: sdk is the genuine minapp-sdk against our server, compat our shells, sample the sample as printed (cut from the document at run time), wechat the call in the simulator.',
    ],
    heads: ['line', 'what', 'judge', 'result', 'note'],
    states: {
      holds: 'holds',
      decided: 'decided otherwise',
      impossible: 'not possible offline',
      differs: 'differs',
    },
    rows: 'rows',
  })
