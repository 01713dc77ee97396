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
  const read = readAnswers({ displayName: text, operator: { name: text, contact: text } })
  if ('faults' in read) throw new Error(read.faults.join())
  const { answers } = read

  it('is called so wherever the template had its own name', () => {
    const tree = project()
    nameProject(tree, answers)
    expect(exported(tree.read('src/app.config.ts'), 'title')).toBe(text)
    expect(titleOf(tree.read('src/index.html'))).toBe(text)
    expect(JSON.parse(tree.read('src/assets/web/manifest.webmanifest'))).toEqual({
      name: text,
      short_name: text,
      display: 'standalone',
    })
  })

  it('is named so in the legal texts, in single quotes and in double ones', () => {
    const tree = project()
    fillLegalTexts(tree, answers, '2026-11-28')
    expect(exported(tree.read('src/features/legal/texts.ts'), 'texts')).toEqual([
      `${text}，${text}`,
      `${text}'s ${answers.displayNameEn}`,
    ])
  })
})
