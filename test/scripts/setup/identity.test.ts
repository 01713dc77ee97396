import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { openTree } from '../../../scripts/code/tree'
import { readAnswers } from '../../../scripts/setup/answers/read-answers'
import { nameProject } from '../../../scripts/setup/steps/identity'
import { fillLegalTexts } from '../../../scripts/setup/steps/legal'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const TEXTS = `export const texts = ['【运营主体全称】，【邮箱或电话】', "[[full name of the operator]]'s [[Name]]"]\n`

const project = () =>
  openTree(
    projectOf({
      'project.config.json': '{"appid":"touristappid"}',
      'config/index.ts': "export const name = 'taro-accounts-starter'",
      'src/app.config.ts': "export const title = '账号就绪'",
      'src/i18n/home.ts': "export const titles = ['账号，开箱即用', 'Accounts that simply work']",
      'src/index.html': '<title>账号就绪</title>',
      'src/assets/web/manifest.webmanifest':
        '{"name":"账号就绪","short_name":"账号就绪","display":"standalone"}',
      'src/features/legal/texts.ts': TEXTS,
    }),
  )

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** The title of a page as a browser reads it. */
const titleOf = (html: string): string =>
  (/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '').replace(/&\w+;/g, (it) => ENTITIES[it] ?? it)

/** What a module exports under a name, run as JavaScript. */
const exported = (text: string, name: string): unknown => {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS },
  })
  const exports: Record<string, unknown> = {}
  new Function('exports', outputText)(exports)
  return exports[name]
}

const NASTY = [
  `it's "ours"`,
  "cost: $1, $& and $' and $`",
  '`${process.exit(1)}`',
  '</title><script>alert()',
  'back\\slash\\',
  '茶铺 & 咖啡 🍵',
]

describe.each(NASTY)('a product and an operator called %s', (text) => {
  const read = readAnswers({
    displayName: text,
    displayNameEn: `${text} en`,
    operator: { name: text, contact: text },
  })
  if ('faults' in read) throw new Error(read.faults.join())
  const { answers } = read

  it('a new product is called by its name wherever the template had its own name', () => {
    const tree = project()
    nameProject(tree, answers)
    expect(exported(tree.read('src/app.config.ts'), 'title')).toBe(text)
    expect(exported(tree.read('src/i18n/home.ts'), 'titles')).toEqual([text, `${text} en`])
    expect(titleOf(tree.read('src/index.html'))).toBe(text)
    expect(JSON.parse(tree.read('src/assets/web/manifest.webmanifest'))).toEqual({
      name: text,
      short_name: text,
      display: 'standalone',
    })
  })

  it('a new product is named in the legal texts, in single quotes and in double ones', () => {
    const tree = project()
    fillLegalTexts(tree, answers, '2026-11-28')
    expect(exported(tree.read('src/features/legal/texts.ts'), 'texts')).toEqual([
      `${text}，${text}`,
      `${text}'s ${answers.displayNameEn}`,
    ])
  })
})

describe('the legal texts of this repository', () => {
  it('the legal texts leave open nothing that an answer of setup fills, in either language', () => {
    const tree = openTree('.')
    const operator = { name: '茶铺有限公司', contact: 'a@tea.example', address: '杭州' }
    const read = readAnswers({ displayName: '茶铺', displayNameEn: 'Tea shop', operator })
    if ('faults' in read) throw new Error(read.faults.join())
    fillLegalTexts(tree, read.answers, '2026-11-28')
    const texts = tree.paths().filter((path) => path.startsWith('src/features/legal/'))
    const open = texts.flatMap((path) => tree.read(path).match(/【.+?】|\[\[\S.*?\]\]/g) ?? [])
    expect(open.filter((blank) => /operator|phone|address|date|name/i.test(blank))).toEqual([])
    expect(open.filter((blank) => /主体|电话|地址|日期|名称/.test(blank))).toEqual([])
    expect(open.length).toBeGreaterThan(10)
  })
})

describe('what a new product is called by in place of the template', () => {
  it.each([
    ['src/i18n/home.ts', ["'账号，开箱即用'", "'Accounts that simply work'"]],
    ['src/app.config.ts', ["'账号就绪'"]],
  ])('the name of a new product stands in place of the template’s in %s', (path, texts) => {
    const text = readFileSync(path, 'utf8')
    expect(texts.filter((it) => !text.includes(it))).toEqual([])
  })
})
