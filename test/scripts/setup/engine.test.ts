import type { Removal } from '../../../scripts/setup/code/removal'
import { leftOf } from '../kit/left-of'
import { removeProjects } from '../kit/project'

afterAll(removeProjects)

const PAGE = 'src/pages/home/index.tsx'

const after = (files: Readonly<Record<string, string>>, parts: Partial<Removal>) =>
  leftOf(files, parts, '[')

const sms = { fixed: { '__FEATURES__.sms': false } }

describe('taking a feature out of the code', () => {
  it('removing a feature removes what stands behind it, the imports of that, and the files that nothing imports then', () => {
    const left = after(
      {
        [PAGE]: `import { Sms } from '../../features/sms'\nimport { Card } from '../../ui/card'\nexport default function Page() {\n  return <Card>{__FEATURES__.sms && <Sms />}<p>stays</p></Card>\n}`,
        'src/features/sms.tsx': `import { code } from './code'\nexport const Sms = () => code`,
        'src/features/code.ts': `export const code = 1`,
        'src/ui/card.tsx': `export const Card = 1`,
      },
      sms,
    )
    expect(left).toEqual({
      [PAGE]: `import { Card } from '../../ui/card' export default function Page() { return <Card><p>stays</p></Card> }`,
      'src/ui/card.tsx': 'export const Card = 1',
    })
  })

  it('removing a feature follows a condition through functions, constants and properties to what it decides', () => {
    const left = after(
      {
        [PAGE]: `import { offers } from '../../offers'\nimport { Own } from '../../own'\nimport { Arrow } from '../../arrow'\nexport default function Page() {\n  const has = offers() && true\n  return <main><Own user="a" has={has} /><Arrow user="b" has={has} /></main>\n}`,
        'src/offers.ts': `export const offers = (): boolean => __FEATURES__.sms || false`,
        'src/own.tsx': `export function Own({ user, has }: { user: string; has: boolean }) {\n  return <p>{has ? <b>on</b> : <i>{user}</i>}</p>\n}`,
        'src/arrow.tsx': `export const Arrow = ({ user, has }: { user: string; has: boolean }) => (\n  <p>{has ? <b>on</b> : <i>{user}</i>}</p>\n)`,
      },
      sms,
    )
    expect(left).toEqual({
      [PAGE]: `import { Own } from '../../own' import { Arrow } from '../../arrow' export default function Page() { return <main><Own user="a" /><Arrow user="b" /></main> }`,
      'src/own.tsx':
        'export function Own({ user }: { user: string; }) { return <p><i>{user}</i></p> }',
      'src/arrow.tsx':
        'export const Arrow = ({ user }: { user: string; }) => ( <p><i>{user}</i></p> )',
    })
  })

  it('removing a feature decides what is inside of what a condition leaves, by names that are gone with it', () => {
    const left = after(
      {
        [PAGE]: `const isWeb = __TARGET__ === 'h5'\nconst hasPhone = __FEATURES__.sms || (__FEATURES__.phone !== 'off' && !isWeb)\nexport default function Page() {\n  if (!isWeb) {\n    return hasPhone ? [isWeb ? 1 : 2] : [3]\n  }\n  return [4]\n}`,
      },
      { fixed: { '__FEATURES__.sms': false, __TARGET__: 'weapp' } },
    )
    expect(left).toEqual({
      [PAGE]: `const hasPhone = (__FEATURES__.phone !== 'off') export default function Page() { return hasPhone ? [2] : [3] }`,
    })
  })

  it('removing a feature unwraps what is left of it: branches, spreads, early returns', () => {
    const left = after(
      {
        [PAGE]: `export default function Page() {\n  if (__FEATURES__.sms) return 1\n  const list = [1, ...(__FEATURES__.sms ? [2] : []), ...(__FEATURES__.sms ? [] : [3])]\n  const more = { a: 1, ...(__FEATURES__.sms ? { b: 2 } : {}) }\n  return <p id={list} {...more} {...(__FEATURES__.sms ? { title: 'c' } : {})} />\n}`,
      },
      sms,
    )
    expect(left[PAGE]).toBe(
      'export default function Page() { const list = [1, 3] const more = { a: 1 } return <p id={list} {...more} /> }',
    )
  })

  it.each([
    'export function Entry() {\n  if (!__FEATURES__.sms) return null\n  return <p>open</p>\n}',
    'export const Entry = () => {\n  if (!__FEATURES__.sms) return null\n  return <p>open</p>\n}',
    'export const Entry = ({ a }: { a: number }) => (__FEATURES__.sms ? <p>{a}</p> : null)',
  ])(
    'removing a feature removes a component that draws nothing any more, with its uses: %s',
    (entry) => {
      const left = after(
        {
          [PAGE]: `import { Entry } from '../../entry'\nexport default function Page() {\n  return <main><Entry /><p /></main>\n}`,
          'src/entry.tsx': entry,
        },
        sms,
      )
      expect(left).toEqual({
        [PAGE]: 'export default function Page() { return <main><p /></main> }',
      })
    },
  )

  it('removing a feature removes sentences that nothing says any more, in both languages, and no others', () => {
    const left = after(
      {
        [PAGE]: `import { homeTexts } from '../../i18n/home'\nexport default function Page() {\n  const texts = homeTexts.en\n  return <main>{texts.title}{__FEATURES__.sms && texts.sms}</main>\n}`,
        'src/i18n/home.ts': `const zhCN = { title: '标题', sms: '短信', unsaid: '别的' }\nconst en: typeof zhCN = { title: 'title', sms: 'text', unsaid: 'else' }\nexport const homeTexts = { 'zh-CN': zhCN, en }`,
      },
      sms,
    )
    expect(left['src/i18n/home.ts']).toBe(
      `const zhCN = { title: '标题', unsaid: '别的' } const en: typeof zhCN = { title: 'title', unsaid: 'else' } export const homeTexts = { 'zh-CN': zhCN, en }`,
    )
  })
})

describe('taking a file out of the code', () => {
  const files = {
    [PAGE]: `import { List } from '../../features/list'\nimport '../../features/list.scss'\nexport default function Page() {\n  return <main>\n    <p>stays</p>\n    <List />\n  </main>\n}`,
    'src/app.tsx': `import { COLUMN } from './features/columns'\nexport const ports = { columns: [COLUMN], other: 1 }`,
    'src/features/list.tsx': `export const List = () => null`,
    'src/features/list.scss': `p { color: red }`,
    'src/features/columns.ts': `export const COLUMN = 'kept'`,
  }
  const gone = { files: ['src/features/'] }

  it('removing a file removes elements, items of lists and imports that need it', () => {
    expect(after(files, gone)).toEqual({
      [PAGE]: 'export default function Page() { return <main> <p>stays</p> </main> }',
      'src/app.tsx': 'export const ports = { columns: [], other: 1 }',
    })
  })

  it('removing a file removes the tests that need it, rows of tables and helpers with them, and files left without tests', () => {
    const left = after(
      {
        ...files,
        'test/unit/list.test.ts': `import { List } from '../../src/features/list'\nit('lists', () => List())`,
        'test/unit/page.test.ts': `import Page from '../../src/pages/home/index'\nimport { List } from '../../src/features/list'\nconst open = () => List()\ndescribe('the list', () => {\n  it('opens', () => open())\n})\ndescribe('the page', () => {\n  it.each([['list', List], ['page', Page]])('draws %s', () => undefined)\n  it('is there', () => Page())\n})`,
      },
      gone,
    )
    expect(left).not.toHaveProperty(['test/unit/list.test.ts'])
    expect(left['test/unit/page.test.ts']).toBe(
      `import Page from '../../src/pages/home/index' describe('the page', () => { it.each([['page', Page]])('draws %s', () => undefined) it('is there', () => Page()) })`,
    )
  })
})

describe("the hook for one's own endpoints", () => {
  it('the hook for endpoints stays with its exports in a project where nothing calls it any more', () => {
    const hook = `export interface CallEndpoint { readonly x: 1 } export const useEndpoint = () => 1`
    const left = after(
      {
        [PAGE]: `export default function Page() {
  return <p>stays</p>
}`,
        'src/pages/list/index.tsx': `import { useEndpoint } from '../../auth/useEndpoint'
export default () => useEndpoint()`,
        'src/auth/useEndpoint.ts': hook,
      },
      { files: ['src/pages/list/'] },
    )
    expect(left['src/auth/useEndpoint.ts']).toBe(hook)
  })
})

describe('what a removal names', () => {
  it('a removed name goes from lists, objects and tests, and its members from everywhere', () => {
    const left = after(
      {
        'src/app.tsx': `export const PAGES = { home: at('home'), phone: at('member/phone') }\nexport const routes = { tabs: [PAGES.home], all: [PAGES.home, PAGES.phone] }`,
        'test/unit/routes.test.ts': `it('opens the phone page', () => undefined)\nit.each([['me-phone', 1], ['me-link', 2]])('has %s', () => undefined)`,
      },
      {
        items: [{ in: /^src\/app\.tsx$/, words: ["at('member/phone')"] }],
        members: ['PAGES.phone'],
        tests: { titles: ['opens the phone page'], rows: ['me-phone'] },
      },
    )
    expect(left).toEqual({
      'src/app.tsx': `export const PAGES = { home: at('home') } export const routes = { tabs: [PAGES.home], all: [PAGES.home] }`,
      'test/unit/routes.test.ts': `it.each([['me-link', 2]])('has %s', () => undefined)`,
    })
  })

  it('a removed switch takes along a test that sets it, or one of its settings', () => {
    const left = after(
      {
        'src/app.tsx': `export const a = 1`,
        'test/unit/settings.test.ts': `const all = { sms: true, tianmu: false }\nit('reads', () => { expect(all).toBe(1) })\nit('is off', () => { expect({ ...all, sms: false }).toBe(1) })\nit('switches', () => { __FEATURES__.sms = true })`,
      },
      { ...sms, properties: [{ in: /settings/, names: ['sms'] }] },
    )
    expect(left['test/unit/settings.test.ts']).toBe(
      `const all = { tianmu: false } it('reads', () => { expect(all).toBe(1) })`,
    )
  })
})
