import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileCheck } from '../../host/compile-check'
import { filesIn } from '../../index'
import { PROBE_APP } from '../../probe/run/table'

const project = join(PROBE_APP, '..', 'project.config.json')
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

const withoutComments = (source = '') => source.replace(/\/\*[\s\S]*?\*\/|\/\/ .*/g, '')

it('the folder of the probe is a project of DevTools under its tourist AppID, without a build', () => {
  const { miniprogramRoot, appid, compileType } = json(project)
  expect(join(PROBE_APP, '..', String(miniprogramRoot))).toBe(`${PROBE_APP}/`)
  expect({ appid, compileType }).toEqual({ appid: 'touristappid', compileType: 'miniprogram' })
})

it('the folder of the probe has every page, item of the tab bar and file that app.json names', () => {
  const { list } = filesIn(PROBE_APP)
  const app = json(join(PROBE_APP, 'app.json')) as {
    pages: string[]
    tabBar: { list: { pagePath: string }[] }
    themeLocation: string
    sitemapLocation: string
  }
  const files = app.pages.flatMap((page) => [`${page}.js`, `${page}.wxml`, `${page}.json`])
  expect(list()).toEqual(expect.arrayContaining([...files, app.themeLocation, app.sitemapLocation]))
  expect(app.pages).toEqual(expect.arrayContaining(app.tabBar.list.map(({ pagePath }) => pagePath)))
})

it('the folder of the probe holds templates, WXS and styles that Tencent’s own compilers take', () => {
  expect(compileCheck(PROBE_APP)).toEqual([])
})

it('the folder of the probe is written in a language that old engines read: no class fields, no optional chaining, no async', () => {
  const { list, read } = filesIn(PROBE_APP)
  for (const path of list().filter((name) => name.endsWith('.js'))) {
    expect([
      path,
      /\?\.[\w[(]|\?\?|\basync\b|\bawait\b|\*\*/.exec(withoutComments(read(path))),
    ]).toEqual([path, null])
  }
})
