import type { Kept } from '../features/feature'
import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'

/** The diagram of the documents, with the workspaces that stay. */
export const diagram = (kept: Kept): Sentence[] => {
  const [server, simulator] = [kept.has('server'), kept.has('simulator')]
  const wechat = simulator ? 'W[WeChat or simulator/]' : 'W[WeChat]'
  return ['docs/architecture.md', 'docs/architecture.en.md'].flatMap((path) =>
    server
      ? sentencesIn(path, ['W[WeChat or simulator/]', wechat])
      : sentencesIn(
          path,
          [/  subgraph server [^]*?\n  end\n/, ''],
          ['protocol --> routes', 'protocol --> backend'],
          [/  wechat -- api.*\n/, ''],
          [/platform -- wx --> W\n/, `platform -- wx --> ${wechat}\n`],
        ),
  )
}

/** Which workspaces the app never imports. */
export const neverImports = (kept: Kept): Sentence[] => {
  const left = (['server', 'simulator'] as const).filter((name) => kept.has(name))
  const [zh, en] = ['docs/architecture.md', 'docs/architecture.en.md']
  const names = left.map((name) => `\`${name}\``).join('')
  return [
    ...sentencesIn(zh, [
      '；`src` 不引用 `server` 和 `simulator`。',
      names === '' ? '。' : `；\`src\` 不引用 ${names}。`,
    ]),
    ...sentencesIn(en, [
      ' `src` never\nimports `server` or `simulator`.',
      names === '' ? '' : ` \`src\` never\nimports ${names}.`,
    ]),
  ]
}

/** What tools work without. */
export const worksWithout: readonly Sentence[] = [
  ...sentencesIn('docs/guides/commands.md', [
    '没有 `server/`、`simulator/` 或 `dist/` 也能用',
    '没有 `dist/` 也能用',
  ]),
  ...sentencesIn('docs/guides/commands.en.md', [
    'works without `server/`, `simulator/` or `dist/`',
    'works without `dist/`',
  ]),
]

/** What documents say of the simulator and its preview. */
export const ofSimulator = (kept: Kept): Sentence[] => [
  ...diagram(kept),
  ...neverImports(kept),
  ...worksWithout,
  ...sentencesIn('src/compose.ts', [
    "The preview's panel looks for it under this name (simulator/README.md).",
    'For the console of DevTools.',
  ]),
  ...[
    'src/ui/form/button.types.ts',
    'src/ui/form/field.types.ts',
    'src/ui/content/tappable.types.ts',
  ].flatMap((path) => sentencesIn(path, ['tests and the preview find', 'tests find'])),
  ...linesIn('docs/guides/faq.md', '| 邮件、短信在哪里'),
  ...linesIn('docs/guides/faq.en.md', '| where mails and text messages are'),
  ...sentencesIn('docs/guides/faq.md', [
    '开发者工具用的是游客 AppID；通过模拟器能登录，真正的微信不行',
    '开发者工具用的是游客 AppID，微信不接受它的 code',
  ]),
  ...sentencesIn('docs/guides/faq.en.md', [
    'DevTools runs under the tourist AppID: signs in through the simulator, not at WeChat',
    'DevTools runs under the tourist AppID, whose codes WeChat does not take',
  ]),
  ...sentencesIn('docs/guides/phones-and-backends.md', [
    '，通过模拟器能登录，真正的微信不接受。',
    '，微信不接受。',
  ]),
  ...sentencesIn('docs/guides/phones-and-backends.en.md', [
    ', which signs in with the simulator and not with WeChat.',
    ', which WeChat does not take.',
  ]),
]

/** What documents say of both, where neither is there. */
export const ofNeither: readonly Sentence[] = [
  ...sentencesIn('AGENTS.md', [' and in the `test/` of each workspace', '']),
]
