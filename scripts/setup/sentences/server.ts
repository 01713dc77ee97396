import type { Kept } from '../features/feature'
import { linesIn, sentencesIn, type Sentence } from '../steps/sentences'
import { ofGenerators } from './generators'
import { diagram, neverImports, worksWithout } from './workspaces'

const inGuides: readonly Sentence[] = [
  ...sentencesIn(
    'docs/guides/publishing.md',
    ['（与后端的 `BAAS_CLIENT_ID` 相同）', '（后端给的 client ID）'],
    ['，或后端设 `SDK_USER_INFO_UPDATE=on`', ''],
    [/，所以每次提交审核前先解除关联：[^。]*。/, '，所以每次提交审核前先解除关联。'],
  ),
  ...linesIn('docs/guides/publishing.md', '7. **消息推送**'),
  ...sentencesIn(
    'docs/guides/publishing.en.md',
    [" (equal to the server's `BAAS_CLIENT_ID`)", ' (the ID that the backend knows the app by)'],
    [', or `SDK_USER_INFO_UPDATE=on` at the server', ''],
    [
      /: before each submission run `npm run accounts[^`]*`\./,
      ': unlink it before each submission.',
    ],
  ),
  ...linesIn('docs/guides/publishing.en.md', '7. **Message push**'),
  ...sentencesIn('docs/guides/look-and-language.md', [
    '、标签栏图标（由 `src/assets/icons.svg` 绘制）和后端的邮件页面随之更新',
    '和标签栏图标（由 `src/assets/icons.svg` 绘制）随之更新',
  ]),
  ...sentencesIn('docs/guides/look-and-language.en.md', [
    "`theme.json`, the icons of the tab bar (drawn from `src/assets/icons.svg`) and the server's pages follow",
    '`theme.json` and the icons of the tab bar (drawn from `src/assets/icons.svg`) follow',
  ]),
  ...sentencesIn(
    'docs/guides/sdk-code.md',
    ['，或在 `server/src/modules/` 里写自己的', ''],
    ['也能直接连 `server/`：', '也能直接连自己的后端：'],
  ),
  ...sentencesIn(
    'docs/guides/sdk-code.en.md',
    [', or write a module in `server/src/modules/`', ''],
    ['speaks to `server/`, too:', 'speaks to a backend of your own, too:'],
  ),
]

const ofExample: readonly Sentence[] = [
  ...sentencesIn(
    'docs/notes.md',
    [
      /(## 1 服务端)：一个模块\n[^]*?(?=\n## 2 )/,
      '## 1 服务端\n\n后端要有 `src/features/notes/` 调用的那些接口。\n',
    ],
    ['、`server/src/modules/notes`、迁移 `0015_notes.sql`', ''],
  ),
  ...sentencesIn(
    'docs/notes.en.md',
    [
      /(## 1 The server): a module\n[^]*?(?=\n## 2 )/,
      '## 1 The server\n\nThe backend has to have the endpoints that `src/features/notes/` calls.\n',
    ],
    [', `server/src/modules/notes`, the migration `0015_notes.sql`', ''],
  ),
]

/** What documents say of the server in this repository. */
export const ofServer = (kept: Kept): Sentence[] => [
  ...diagram(kept),
  ...neverImports(kept),
  ...linesIn('docs/architecture.md', '- **后端无状态**'),
  ...linesIn('docs/architecture.en.md', '- **The server keeps no state**'),
  ...worksWithout,
  ...ofGenerators,
  ...inGuides,
  ...ofExample,
  ...sentencesIn('docs/protocol.md', [' (files below `server/test`)', '']),
  ...sentencesIn('docs/protocol.zh.md', ['（`server/test` 下的文件）', '']),
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
