import type { Kept } from '../features/feature'
import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'

const diagram = (kept: Kept): Sentence[] => {
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

const neverImports = (kept: Kept): Sentence[] => {
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

const worksWithout: readonly Sentence[] = [
  ...sentencesIn('docs/guides/commands.md', [
    '没有 `server/`、`simulator/` 或 `dist/` 也能用',
    '没有 `dist/` 也能用',
  ]),
  ...sentencesIn('docs/guides/commands.en.md', [
    'works without `server/`, `simulator/` or `dist/`',
    'works without `dist/`',
  ]),
]

const ofTools: readonly Sentence[] = [
  ...sentencesIn('scripts/new.ts', [
    'pages, tabs, features and modules,',
    'pages, tabs and features,',
  ]),
  ...sentencesIn('scripts/new/arguments.ts', [/npm run new -- module .*\n/, '']),
  ...sentencesIn('scripts/new/name.ts', [
    'spellings that code, tables and screens need',
    'spellings that code and screens need',
  ]),
  ...sentencesIn(
    'docs/guides/commands.md',
    ['npm run new -- module tea-orders\n', ''],
    ['（与后端的是否一致）', ''],
    ['、应用与后端是否一致（由谁写资料、短信支持的国家和地区）、后端设置、数据库、时钟', '、时钟'],
  ),
  ...linesIn('docs/guides/commands.md', '| `module NAME`'),
  ...sentencesIn(
    'docs/guides/commands.en.md',
    ['npm run new -- module tea-orders\n', ''],
    ["the AppID (and the server's)", 'the AppID'],
    [
      ', what app and server disagree on (who writes profiles, the countries of text messages), server settings, database, clock',
      ', clock',
    ],
  ),
  ...linesIn('docs/guides/commands.en.md', '| `module NAME`'),
]

/** What documents say of the server in this repository. */
export const ofServer = (kept: Kept): Sentence[] => [
  ...diagram(kept),
  ...neverImports(kept),
  ...linesIn('docs/architecture.md', '- **后端无状态**'),
  ...linesIn('docs/architecture.en.md', '- **The server keeps no state**'),
  ...worksWithout,
  ...ofTools,
  ...sentencesIn(
    'AGENTS.md',
    ['page|tab|feature|module NAME', 'page|tab|feature NAME'],
    [', a database or the network', ' or the network'],
    ['Steps for pages, endpoints, tables, colours', 'Steps for pages, endpoints, colours'],
  ),
  ...sentencesIn(
    'docs/guides/features.md',
    ['# 加页面、动作、接口和表', '# 加页面、动作和接口'],
    ['`tab`、`feature`、`module` 也一样', '`tab`、`feature` 也一样'],
  ),
  ...sentencesIn(
    'docs/guides/features.en.md',
    [
      '# Pages, actions, endpoints and tables of your own',
      '# Pages, actions and endpoints of your own',
    ],
    ['`tab`, `feature` and `module` do the same', '`tab` and `feature` do the same'],
  ),
  ...linesIn(
    'docs/guides/faq.md',
    '| 启动时提示数据文件夹正被使用',
    '| 登录应答 500，后端日志里有',
    '| 启动时提示 `DATA_KEYS`',
    '| 启动时提示 `grant create',
  ),
  ...linesIn(
    'docs/guides/faq.en.md',
    '| the data folder is in use',
    '| a sign-in is answered 500, and the server logs',
    '| a start names `DATA_KEYS`',
    '| a start names `grant create',
  ),
  ...sentencesIn(
    'docs/guides/phones-and-backends.md',
    ['自己的 `server/` ', '自己的后端'],
    ['后端监听局域网地址，终端打印地址和二维码。', ''],
    ['，`WECHAT_SECRET` 写在 `server/.env`，不要提交。', '，`WECHAT_SECRET` 只放在后端。'],
    ['| `server/src/modules/` ', '| 由后端提供'],
    ['PostgreSQL：[部署](../deploy.md)', 'PostgreSQL'],
  ),
  ...sentencesIn(
    'docs/guides/phones-and-backends.en.md',
    ['your own `server/`', 'a server of your own'],
    [
      'The backend listens on the address of the local network, and the terminal prints it with a QR code. ',
      '',
    ],
    [
      '`WECHAT_SECRET` belongs in `server/.env`, which is not committed.',
      '`WECHAT_SECRET` stays with the backend.',
    ],
    ['| `server/src/modules/` ', '| as the backend has them '],
    ['PostgreSQL: [deploying](../deploy.en.md)', 'PostgreSQL'],
  ),
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
