import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { trackedFiles } from '../../source/tracked-files'

const pages = trackedFiles().filter((file) => file.endsWith('.md'))

/** The files of this repository that a text of a page links to, from the folder of the page. */
const targetsIn = (page: string, text: string): string[] =>
  [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) =>
    join(dirname(page), target),
  )

/** Those of the whole page. */
const targetsOf = (page: string): string[] => targetsIn(page, readFileSync(page, 'utf8'))

/** Those of a page that do not say beforehand that the page there is in another language. */
const unmarkedTargetsOf = (page: string): string[] =>
  targetsIn(page, readFileSync(page, 'utf8').replace(/\]\([^)]*\)（英文）/g, ']'))

/** The same page in Chinese and in English; a page of one language has none. */
const pairOf = (page: string): readonly [chinese: string, english: string] | undefined => {
  const stem = page.replace(/(\.zh|\.en)?\.md$/, '')
  const [zh, plain, en] = [`${stem}.zh.md`, `${stem}.md`, `${stem}.en.md`]
  if (pages.includes(en)) return [plain, en]
  return pages.includes(zh) ? [zh, plain] : undefined
}

/** The tests that a page names, each by the end of its path. */
const testsOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, name = '']) => name)

describe('the links between pages', () => {
  it('every link between pages leads to a file that exists', () => {
    const broken = pages.flatMap((page) =>
      targetsOf(page)
        .filter((target) => !existsSync(target))
        .map((target) => `${page}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  it('every link of a page in two languages leads to a page of its own language where there is one', () => {
    const strangers = pages.flatMap((page) => {
      const own = pairOf(page)
      const language = own?.indexOf(page)
      if (own === undefined || language === undefined) return []
      return unmarkedTargetsOf(page)
        .filter((target) => !own.includes(target))
        .filter((target) => pairOf(target)?.[1 - language] === target)
        .map((target) => `${page}: ${target}`)
    })
    expect(strangers).toEqual([])
  })

  it('every link of README.md to a page without Chinese says that it is in English', () => {
    const isEnglish = (target: string) =>
      target.endsWith('.md') &&
      (readFileSync(target, 'utf8').match(/\p{Script=Han}/gu) ?? []).length < 50
    const targets = unmarkedTargetsOf('README.md').filter(isEnglish)
    expect(targets.filter((target) => target !== 'README.en.md')).toEqual([])
  })

  it('every test that a page names exists', () => {
    const paths = trackedFiles().map((file) => `/${file}`)
    const named = pages.flatMap((page) => testsOf(page).map((name) => ({ page, name })))
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(({ name }) => !paths.some((path) => path.endsWith(`/${name}`)))).toEqual([])
  })
})
