import type { Kept } from '../features/feature'
import { sentencesIn, type Sentence } from '../steps/sentences'

const FOLDER = '`cloud/functions`'

/** What documents say of the function, and of the folder that it is in. */
const inDocuments = (kept: Kept): Sentence[] => [
  ...sentencesIn(
    'docs/deploy.md',
    ['，应用用云函数提交（`TARO_APP_PROFILE_WRITER=cloudFunction`）', ''],
    [`云函数目录，默认 ${FOLDER}；`, '云函数目录；'],
    ['只把 `server/dist` 与 `cloud` 复制', '只把 `server/dist` 复制'],
    ['（同样的平台，同样的相对位置）', '（同样的平台）'],
    ['镜像只含 `server/dist`（约 46 MB）和 `cloud`，', '镜像只含 `server/dist`（约 46 MB），'],
  ),
  ...sentencesIn(
    'docs/deploy.en.md',
    [
      '; the app then sends it through the cloud function (`TARO_APP_PROFILE_WRITER=cloudFunction`)',
      '',
    ],
    [`the folder of cloud functions, ${FOLDER} by default;`, 'the folder of cloud functions;'],
    [
      'so `server/dist` and `cloud` are all that has to\nbe copied',
      'so `server/dist` is all that has to\nbe copied',
    ],
    [
      ' (of the same platform, in the same places relative to each other)',
      ' (of the same platform)',
    ],
    [
      'holds `server/dist` (about 46 MB) and `cloud` only,',
      'holds `server/dist` (about 46 MB) only,',
    ],
  ),
  ...sentencesIn('docs/guides/publishing.md', [
    '应用还要设 `TARO_APP_PROFILE_WRITER=cloudFunction`，或后端设 `SDK_USER_INFO_UPDATE=on`',
    kept.has('server')
      ? '后端还要设 `SDK_USER_INFO_UPDATE=on`'
      : '后端还要允许应用自己提交微信资料',
  ]),
  ...sentencesIn('docs/guides/publishing.en.md', [
    'also set `TARO_APP_PROFILE_WRITER=cloudFunction` in the app, or `SDK_USER_INFO_UPDATE=on` at the server',
    kept.has('server')
      ? 'also set `SDK_USER_INFO_UPDATE=on` at the server'
      : 'the backend also has to let the app send profiles itself',
  ]),
]

/** What documents say of the function that this repository ships, and what tests of the server do with it. */
export const ofCloudFunction = (kept: Kept): Sentence[] => [
  ...inDocuments(kept),
  ...sentencesIn(
    'test/setup/contract.ts',
    ['import { cp, mkdir,', 'import { mkdir,'],
    [', beside the one this project ships', ''],
    ["  await cp('cloud/functions', folder, { recursive: true })\n", ''],
  ),
  ...sentencesIn('server/test/kit/compiled-server.ts', [
    "  await cp(join(SERVER, '../cloud'), join(home, 'cloud'), { recursive: true })\n",
    '',
  ]),
  ...sentencesIn('server/test/kit/cloud-functions.ts', [
    'A folder of deployed functions: the one we ship, and those that a test is about.',
    'A folder of deployed functions: those that a test is about.',
  ]),
]
