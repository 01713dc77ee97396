import type { Removal } from '../../../scripts/setup/code/removal'
import { leftOf } from '../kit/left-of'
import { removeProjects } from '../kit/project'

afterAll(removeProjects)

const PAGE = 'src/pages/home/index.tsx'

const after = (files: Readonly<Record<string, string>>, parts: Partial<Removal>) =>
  leftOf(files, parts, '(')

const page = (body: string) => ({ [PAGE]: `export default function Page() {\n${body}\n}` })
const web = { fixed: { __TARGET__: 'weapp', 'platform.client': 'WECHAT' } }
const sms = { fixed: { '__FEATURES__.sms': false } }

describe('what no person would have written', () => {
  it('a pattern that takes nothing any more leaves with its statement', () => {
    const left = after(
      page(`  const { client } = use().platform\n  return <p>{client === 'WECHAT' && <b />}</p>`),
      web,
    )
    expect(left[PAGE]).toBe('export default function Page() { return <p><b /></p> }')
  })

  it('a parameter that takes nothing any more leaves, with what calls hand over for it', () => {
    const left = after(
      {
        'config/index.ts': `import { absent } from './absent'\nconst edit = ({ features }: Settings, mode) => mode + absent(features)\nexport default edit(settings, 1)`,
        'config/absent.ts': `export const absent = ({ sms }: Features): string[] => [...(sms ? [] : ['a']), 'b']`,
      },
      sms,
    )
    expect(left).toEqual({
      'config/index.ts': `import { absent } from './absent' const edit = (mode) => mode + absent() export default edit(1)`,
      'config/absent.ts': `export const absent = (): string[] => ['a', 'b']`,
    })
  })

  it('a state that nothing reads leaves, and the properties that only set it, in the component that took them, too', () => {
    const left = after(
      {
        [PAGE]: `import { Form } from '../../features/form'\nexport default function Page() {\n  const [shown, setShown] = useState(0)\n  const [said, setSaid] = useState('')\n  return (\n    <main>\n      <>\n        {__FEATURES__.sms && <p id={said} onTap={() => setShown(shown + 1)} />}\n        <Form key={shown} name="a" onSaved={() => setSaid('b')} />\n      </>\n    </main>\n  )\n}`,
        'src/features/form.tsx': `interface Props {\n  name: string\n  onSaved: () => void\n}\nexport const Form = ({ name, onSaved }: Props) => {\n  const save = () => {\n    if (name === '') return\n    onSaved()\n  }\n  return <p onTap={save}>{name}</p>\n}`,
      },
      sms,
    )
    expect(left).toEqual({
      [PAGE]: `import { Form } from '../../features/form' export default function Page() { return (<main> <Form name="a" /> </main> ) }`,
      'src/features/form.tsx': `interface Props { name: string } export const Form = ({ name }: Props) => { const save = () => { if (name === '') return } return <p onTap={save}>{name}</p> }`,
    })
  })

  it('a statement without braces takes its condition along, and one behind "else" the "else"', () => {
    const files = (body: string) => ({
      [PAGE]: `import { gone } from '../../gone'\nexport default function Page(a, b) {\n${body}\n  return a\n}`,
      'src/gone.ts': `export const gone = 1`,
    })
    const leftOf = (body: string) => after(files(body), { files: ['src/gone.ts'] })[PAGE]
    const around = (body: string) => `export default function Page(a, b) {${body} return a }`
    expect(leftOf('if (a) gone()')).toBe(around(''))
    expect(leftOf('if (a) b()\nelse gone()')).toBe(around(' if (a) b()'))
    expect(leftOf('if (a) b()\nelse if (gone) b(a)')).toBe(around(' if (a) b()'))
    expect(leftOf('if (a) gone()\nelse b()')).toBe(around(' if (!(a)) b()'))
  })

  it('a constant that another one only repeats is written in its place', () => {
    const left = after(
      {
        'src/app.tsx': `import { storage } from './storage'\nstorage.get()`,
        'src/storage.ts': `const device: Storage = { get: read }\n\n/** What is kept. */\nexport const storage: Storage = __TARGET__ === 'h5' ? memory(device) : device`,
      },
      web,
    )
    expect(left['src/storage.ts']).toBe(
      '/** What is kept. */ export const storage: Storage = { get: read }',
    )
  })

  it('a condition on the items of a list leaves without the list', () => {
    const left = after(
      page('  const isOffered = (it) => it !== 1\n  return list().filter(isOffered)'),
      {
        declarations: [`${PAGE}#isOffered`],
      },
    )
    expect(left[PAGE]).toBe('export default function Page() { return list() }')
  })

  it('the style of an author stays where nothing was decided', () => {
    const left = after(
      page(
        `  const list = [...['-c', 'a'], ...(__FEATURES__.sms ? ['b'] : [])]\n  return <p id={list} />`,
      ),
      sms,
    )
    expect(left[PAGE]).toContain(`const list = [...['-c', 'a']]`)
  })

  it('a record that tests share loses what has left, and keeps its tests', () => {
    const left = after(
      {
        'src/app.tsx': `import { home } from './home'\nhome()`,
        'src/home.ts': `export const home = 1`,
        'src/web.ts': `export const web = 1`,
        'test/unit/all.test.ts': `import { home } from '../../src/home'\nimport { web } from '../../src/web'\nconst areas = { home, web }\nconst list = [home, web]\ndescribe.each(Object.entries(areas))('%s', () => {\n  it('is there', () => list)\n})`,
      },
      { files: ['src/web.ts'] },
    )
    expect(left['test/unit/all.test.ts']).toBe(
      `import { home } from '../../src/home' const areas = { home } const list = [home] describe.each(Object.entries(areas))('%s', () => { it('is there', () => list) })`,
    )
  })
})

describe('tests of the built app', () => {
  const world = `import { world } from './world'\n`

  it('a test of the built app leaves with an element that it acts on, and loses the line that says it is not there', () => {
    const left = after(
      {
        [PAGE]: `export default function Page() {\n  return <p id="stays-here">{__FEATURES__.sms && <b id="sms-code" />}</p>\n}`,
        'test/e2e/world.ts': `export const world = 1`,
        'test/e2e/a.test.ts': `${world}describe('a', () => {\n  it('taps', async () => {\n    await world.tap('sms-code')\n  })\n  it('goes on', async () => {\n    expect(world.has('sms-code')).toBe(false)\n    for (const id of ['sms-code', 'stays-here']) await world.tap(id)\n    world.losing = 'sms-code'\n  })\n  it.each([['sms-code'], ['stays-here']])('has %s', (id) => world.has(id))\n})`,
        'test/e2e/b.test.ts': `${world}it('taps', () => world.tap('sms-code'))`,
      },
      sms,
    )
    expect(left['test/e2e/a.test.ts']).toBe(
      `import { world } from './world' describe('a', () => { it('goes on', async () => { for (const id of [ 'stays-here']) await world.tap(id) world.losing = 'sms-code' }) it.each([ ['stays-here']])('has %s', (id) => world.has(id)) })`,
    )
    expect(left).not.toHaveProperty('test/e2e/b.test.ts')
  })
})
