import ts from 'typescript'
import { openTree, type Tree } from '../../../scripts/code/tree'
import { readArguments } from '../../../scripts/new/arguments'
import { make } from '../../../scripts/new/make'
import { madeBy } from './made-by'

const ROUTES = 'src/features/navigation/routes.ts'

const after = (...commands: readonly string[]): Promise<Tree> => madeBy(commands)

/** A statement on one line. */
const flat = (text: string) =>
  text.replace(/\s+/g, ' ').replaceAll('[ ', '[').replaceAll(', ]', ']')

/** Paths of what was written and does not parse. */
const broken = (tree: Tree): string[] =>
  tree
    .changed()
    .filter((path) => /\.tsx?$/.test(path))
    .filter((path) => {
      const { diagnostics = [] } = ts.transpileModule(tree.read(path), {
        fileName: path,
        reportDiagnostics: true,
        compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022 },
      })
      return diagnostics.length > 0
    })

describe('npm run new -- page', () => {
  it('"new page" writes page, title, texts in both languages and a test, and registers page and sub-package', async () => {
    const tree = await after('page tea-orders --title 订单 --title-en Orders')
    expect(tree.changed().sort()).toEqual([
      ROUTES,
      'src/i18n/tea-orders.ts',
      'src/pages/tea-orders/index.config.ts',
      'src/pages/tea-orders/index.tsx',
      'test/unit/pages/tea-orders.test.tsx',
    ])
    expect(tree.read(ROUTES)).toContain("teaOrders: at('tea-orders')")
    expect(flat(tree.read(ROUTES))).toContain("'pages/tea-orders'] as const")
    expect(tree.read('src/i18n/tea-orders.ts')).toContain("title: '订单'")
    expect(tree.read('src/i18n/tea-orders.ts')).toContain("title: 'Orders'")
    expect(broken(tree)).toEqual([])
  })

  it('"new page" puts a page of another folder into the sub-package of that folder', async () => {
    const tree = await after('page tea', 'page tea/cup')
    expect(tree.read(ROUTES)).toContain("teaCup: at('tea/cup')")
    expect(tree.read(ROUTES).match(/'pages\/tea'/g)).toHaveLength(1)
    expect(tree.read('src/pages/tea/cup/index.tsx')).toContain("'../../../ui/page/Page'")
    expect(tree.read('test/unit/pages/tea/cup.test.tsx')).toContain("'../../../kit/render-page'")
  })
})

describe('npm run new -- tab', () => {
  it.each([
    ['tab shop', "['home', 'me', 'shop']"],
    ['tab shop --at 2', "['home', 'shop', 'me']"],
    ['tab shop --before home', "['shop', 'home', 'me']"],
  ])('"new tab" puts the tab where it is asked for: %s', async (command, tabs) => {
    const tree = await after(command)
    expect(flat(tree.read(ROUTES))).toContain(`TAB_NAMES = ${tabs} as const`)
    expect(tree.changed()).toEqual(
      expect.arrayContaining(['src/assets/tab-shop.png', 'src/assets/tab-shop-on.png']),
    )
    expect(tree.read('src/assets/icons.svg')).toContain('<g id="shop-on"')
    expect(tree.read('src/i18n/tabs.ts')).toMatch(/shop: '新栏目'[^]*shop: 'Shop'/)
    expect(broken(tree)).toEqual([])
  })

  it('"new tab" refuses a sixth tab: WeChat shows five', async () => {
    const five = after('tab ta', 'tab tb', 'tab tc')
    expect(flat((await five).read(ROUTES))).toContain("['home', 'me', 'ta', 'tb', 'tc']")
    await expect(after('tab ta', 'tab tb', 'tab tc', 'tab td')).rejects.toThrow('There are 5 tabs')
  })
})

describe('npm run new, in an app whose tab bar was taken out', () => {
  const withoutTabs = () => {
    const tree = openTree('.')
    tree.write(ROUTES, tree.read(ROUTES).replace("['home', 'me'] as const", '[] as const'))
    tree.write(
      'src/i18n/tabs.ts',
      tree.read('src/i18n/tabs.ts').replace(/ {2}(home|me): .*\n/g, ''),
    )
    return tree
  }
  const makeIn = (tree: Tree, command: string) => {
    const request = readArguments(command.split(' '))
    if (request === undefined) throw new Error('asked for help')
    return make(tree, request)
  }

  it('"new" makes pages and features for an app without tabs', async () => {
    const tree = withoutTabs()
    await makeIn(tree, 'page tea')
    await makeIn(tree, 'feature tea-time')
    expect(tree.read(ROUTES)).toContain("tea: at('tea')")
    expect(broken(tree)).toEqual([])
  })

  it('"new" makes the first tabs of an app, and says that WeChat takes no single one', async () => {
    const tree = withoutTabs()
    expect(await makeIn(tree, 'tab shop')).toContainEqual(expect.stringContaining('make another'))
    expect(await makeIn(tree, 'tab cart')).not.toContainEqual(expect.stringContaining('another'))
    expect(flat(tree.read(ROUTES))).toContain("TAB_NAMES = ['shop', 'cart'] as const")
    expect(tree.read('src/i18n/tabs.ts')).toMatch(/shop: '新栏目'[^]*cart: 'Cart'/)
    expect(broken(tree)).toEqual([])
  })
})

describe('npm run new -- feature', () => {
  it('"new feature" writes a folder with texts and a test, and shows the feature on the page that is named', async () => {
    const tree = await after('feature tea-time --on me')
    const page = tree.read('src/pages/me/index.tsx')
    expect(page).toContain("import { TeaTimeCard } from '../../features/tea-time/TeaTimeCard'")
    expect(page).toContain('<TeaTimeCard />\n</Page>')
    expect(tree.has('test/unit/features/tea-time/tea-time-card.test.tsx')).toBe(true)
    expect(broken(tree)).toEqual([])
  })
})
