import type { Answers } from '../answers/answers'
import type { Kept } from '../features/feature'
import type { Tree } from '../../code/tree'

interface Command {
  readonly run: string
  readonly zh: string
  readonly en: string
}

const commandsFor = (kept: Kept): Command[] => [
  { run: 'npm ci', zh: '安装依赖', en: 'install' },
  {
    run: 'npm start',
    zh: '启动这里有的一切，编译并持续监听',
    en: 'run what is here, and build whenever something changes',
  },
  { run: 'npm test', zh: '测试', en: 'the tests' },
  {
    run: 'npm run new -- page NAME',
    zh: `生成页面；也有 \`tab\`、\`feature\`${kept.has('server') ? '、`module`' : ''}`,
    en: `writes a page; also \`tab\`, \`feature\`${kept.has('server') ? ', `module`' : ''}`,
  },
  {
    run: 'npm run doctor',
    zh: '检查设置和编译产物；`npm run upload` 上传之前也会',
    en: 'examines settings and the built bundle, as `npm run upload` does before it uploads',
  },
  ...(kept.has('server') || kept.has('simulator')
    ? [{ run: 'npm run test:all', zh: '全部测试，要几分钟', en: 'every test; takes minutes' }]
    : []),
  {
    run: 'npm run validate',
    zh: '提交前的全部检查',
    en: 'everything that is checked before a commit',
  },
  {
    run: 'npm run build:weapp',
    zh: '小程序产物：`dist/weapp`',
    en: 'the mini-program: `dist/weapp`',
  },
  {
    run: 'npm run upgrade -- FROM',
    zh: '接收新版模板：[升级](docs/guides/upgrades.md)',
    en: 'takes in a newer template: [upgrades](docs/guides/upgrades.en.md)',
  },
  ...(kept.has('web')
    ? [{ run: 'npm run build:h5', zh: '网页产物：`dist/h5`', en: 'the web app: `dist/h5`' }]
    : []),
]

const ROOMS: readonly [folder: string, zh: string, en: string][] = [
  ['src/', '应用', 'the app'],
  ['config/', 'Taro 编译配置与设置检查', "Taro's build, and the check of its settings"],
  ['server/', '后端', 'the backend'],
  ['simulator/', '离线的微信，浏览器预览', 'WeChat on your computer, preview in a browser'],
  ['cloud/', '云函数', 'cloud functions'],
  ['test/', '测试', 'the tests'],
  ['scripts/', '`npm run` 命令', 'what `npm run` runs'],
  ['docs/', '文档', 'the documentation'],
]

const table = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([left, right]) => `| \`${left}\` | ${right} |`).join('\n')

const roomsIn = (tree: Tree) =>
  ROOMS.filter(([folder]) => tree.paths().some((path) => path.startsWith(folder)))

/** A text as Markdown shows it: no sign of it begins a link, an emphasis or an element of HTML. */
const plain = (text: string): string => text.replace(/[\\`*_[\]<>&#]/g, '\\$&')

/** What publishing the project takes, of the pages that are there. */
const PAGES: readonly (readonly [path: string, zh: string, en: string])[] = [
  ['docs/guides/publishing', '法律文本与发布', 'publishing'],
  ['docs/deploy', '部署服务端', 'deploying the server'],
  ['docs/guides/faq', '常见问题', 'questions'],
]

const links = (tree: Tree, language: 'zh' | 'en'): string[] =>
  PAGES.map(([stem, zh, en]) =>
    language === 'zh' ? ([zh, `${stem}.md`] as const) : ([en, `${stem}.en.md`] as const),
  )
    .filter(([, path]) => tree.has(path))
    .map(([words, path]) => `[${words}](${path})`)

const readmeZh = (tree: Tree, { displayName }: Answers, kept: Kept) => `# ${plain(displayName)}

[English](README.en.md)

| 命令 | 作用 |
| --- | --- |
${table(commandsFor(kept).map(({ run, zh }) => [run, zh] as const))}

| 文件夹 | 内容 |
| --- | --- |
${table(roomsIn(tree).map(([folder, zh]) => [folder, zh] as const))}

设置在 \`.env\`，每一项都有说明；法律文本在 \`src/features/legal/\`，括号里的内容要由运营者填写。需要 Node.js 20.19 及以上。

文档：${links(tree, 'zh').join('，')}。
`

const readmeEn = (tree: Tree, { displayNameEn }: Answers, kept: Kept) => `# ${plain(displayNameEn)}

[中文](README.md)

| command | does |
| --- | --- |
${table(commandsFor(kept).map(({ run, en }) => [run, en] as const))}

| folder | holds |
| --- | --- |
${table(roomsIn(tree).map(([folder, , en]) => [folder, en] as const))}

Settings are in \`.env\`, each with an explanation; the legal texts are in \`src/features/legal/\`, and what stands in brackets is for the operator to fill in. Node.js 20.19 or later.

Documents: ${links(tree, 'en').join(', ')}.
`

const changelog = (created: string, date: string) => `# Changelog

## 0.1.0 — ${date}

- Created from taro-accounts-starter ${created}.
`

/** Writes the project's own README, in both languages, and its CHANGELOG, in place of the template's. */
export const writeDocuments = (
  tree: Tree,
  answers: Answers,
  { created, date }: { created: string; date: string },
): void => {
  const kept: Kept = new Set(answers.keep)
  tree.write('README.md', readmeZh(tree, answers, kept))
  tree.write('README.en.md', readmeEn(tree, answers, kept))
  tree.write('CHANGELOG.md', changelog(created, date))
}
