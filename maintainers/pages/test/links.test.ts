import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { trackedFiles } from '../../source/tracked-files'

const pages = trackedFiles().filter((file) => file.endsWith('.md'))

/** The files of this repository that a page links to, from its own folder. */
const targetsOf = (page: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
    ([, target = '']) => join(dirname(page), target),
  )

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

  it('every test that a page names exists', () => {
    const paths = trackedFiles().map((file) => `/${file}`)
    const named = pages.flatMap((page) => testsOf(page).map((name) => ({ page, name })))
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(({ name }) => !paths.some((path) => path.endsWith(`/${name}`)))).toEqual([])
  })
})
