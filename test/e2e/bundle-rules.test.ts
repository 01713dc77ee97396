import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TEST_BUNDLE } from '../../scripts/build/test-bundle'
import { createFloorCheck } from '../../scripts/floor/faults'
import { floorOf } from '../../scripts/floor/floor-of'
import { measure, totalBytes } from '../../scripts/build/measure'
import { tooNewCss } from '../kit/too-new-css'

const read = (file: string) => readFileSync(join(TEST_BUNDLE, file), 'utf8')

const filesOf = (ending: string) =>
  readdirSync(TEST_BUNDLE, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(ending),
  )

const MIB = 1024 * 1024

describe('the built bundle', () => {
  const app = JSON.parse(read('app.json'))

  it('the built bundle loads only the components a page needs, and takes part in privacy authorisation', () => {
    expect(app).toMatchObject({
      lazyCodeLoading: 'requiredComponents',
      __usePrivacyCheck__: true,
      sitemapLocation: 'sitemap.json',
    })
    expect(JSON.parse(read('sitemap.json')).rules).not.toHaveLength(0)
  })

  it('the built bundle has its tab pages among its pages, with icons that exist', () => {
    const tabs = app.tabBar.list.map(({ pagePath }: { pagePath: string }) => pagePath)
    expect(tabs).toEqual(expect.arrayContaining(['pages/home/index', 'pages/me/index']))
    for (const { pagePath, iconPath, selectedIconPath } of app.tabBar.list) {
      expect(app.pages).toContain(pagePath)
      expect(filesOf('.png')).toEqual(expect.arrayContaining([iconPath, selectedIconPath]))
    }
  })

  it('the built bundle sets for every theme variable a light and a dark value', () => {
    const theme = JSON.parse(read('theme.json'))
    const used = [...JSON.stringify(app).matchAll(/"@(\w+)"/g)].map(([, name]) => name)
    expect(used).not.toHaveLength(0)
    for (const name of used) {
      expect(theme.light).toHaveProperty([String(name)])
      expect(theme.dark).toHaveProperty([String(name)])
    }
  })

  it.each(['api.weixin.qq.com', 'session_key', 'AppSecret', 'jscode2session'])(
    'the built bundle names nothing of the server side: no %s',
    (word) => {
      for (const file of filesOf('.js')) {
        expect(read(file).toLowerCase()).not.toContain(word.toLowerCase())
      }
    },
  )

  it('the built bundle is styled in words that the oldest engines know', () => {
    expect(filesOf('.wxss').flatMap((file) => tooNewCss(read(file)))).toEqual([])
  })

  it('the built bundle uses no built-in and no syntax that an engine of .browserslistrc lacks', () => {
    const faultsIn = createFloorCheck(floorOf('.browserslistrc'))
    expect(filesOf('.js').flatMap((file) => faultsIn(read(file)))).toEqual([])
  })

  it('the built bundle fits a main package of WeChat', () => {
    const bytes = totalBytes(measure(TEST_BUNDLE))
    expect(bytes).toBeLessThan(2 * MIB)
  })
})

describe('the installed React', () => {
  it('the installed React is 18: Taro builds with 19 and dies at launch', () => {
    const { version } = JSON.parse(readFileSync('node_modules/react/package.json', 'utf8'))
    expect(version).toMatch(/^18\.3\./)
  })
})
