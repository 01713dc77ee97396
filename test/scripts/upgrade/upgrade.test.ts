import { readFileSync } from 'node:fs'
import { upgrade, type Outcome } from '../../../scripts/upgrade/upgrade'
import { removeProjects } from '../kit/project'
import { projectFrom, templateCopy } from './real-template'
import type { Repository } from './repository'

const MINUTES = 60_000
const { version: THIS } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const NEXT = '99.0.0'

const ANSWERS = {
  name: 'tea-shop',
  displayName: '茶铺',
  operator: { name: '茶铺有限公司', contact: 'a@tea.example', address: '杭州' },
  keep: ['phone', 'notes', 'server'],
}

const MIGRATIONS = 'server/src/db/migrations'

/** What a team changes in its first weeks. */
const changeAsATeam = (project: Repository): void => {
  const { change, write, remove } = project
  change(
    'src/features/navigation/routes.ts',
    "  me: at('me'),",
    "  me: at('me'),\n  orders: at('orders'),",
  )
  change('src/pages/home/index.tsx', '<SessionCard />', '<SessionCard />\n      <Card>tea</Card>')
  change('server/src/modules/modules.ts', '[notes]', '[notes, orders]')
  change(
    'server/src/modules/modules.ts',
    'import { notes }',
    "import { orders } from './orders/orders'\nimport { notes }",
  )
  change('scripts/start/words.ts', "'Ctrl-C ends everything.'", "'Ctrl-C ends the tea shop.'")
  change('.env', 'http://127.0.0.1:8787', 'https://api.tea.example')
  change('package.json', '"zustand":', '"zzz-tea": "^1.0.0",\n    "zustand":')
  change('README.md', '# 茶铺', '# 茶铺小程序')
  write({
    'src/pages/orders/index.tsx': 'export default function OrdersPage() {\n  return null\n}\n',
    'server/src/modules/orders/orders.ts': 'export const orders = {}\n',
    [`${MIGRATIONS}/0900_orders.sql`]: 'create table orders (id bigint primary key);\n',
  })
  remove('docs/guides/faq.md')
  project.commit('Sell tea')
}

const OLD_ROUTES = 'src/features/navigation/routes.ts'
const NEW_ROUTES = 'src/features/navigation/all-pages.ts'

/** The next version: files moved, a function renamed everywhere, a migration, a package, a page of the docs removed. */
const changeAsTheTemplate = ({ git, read, write, change, remove, commit }: Repository): void => {
  git('mv', OLD_ROUTES, NEW_ROUTES)
  const users = git('grep', '-lE', 'navigation/routes|navigation./routes|readyWords').split('\n')
  for (const path of users) {
    const text = read(path)
    write({
      [path]: text
        .replaceAll('navigation/routes', 'navigation/all-pages')
        .replaceAll('navigation\\/routes', 'navigation\\/all-pages')
        .replaceAll('readyWords', 'readyLines'),
    })
  }
  for (const path of git('grep', '-l', "'./routes'", 'src/features/navigation').split('\n')) {
    change(path, "'./routes'", "'./all-pages'")
  }
  git('mv', 'src/features/session', 'src/features/who')
  for (const path of git('grep', '-l', 'features/session/').split('\n')) {
    write({ [path]: read(path).replaceAll('features/session/', 'features/who/') })
  }
  for (const path of git('grep', '-l', "'../session/", 'src/features').split('\n')) {
    write({ [path]: read(path).replaceAll("'../session/", "'../who/") })
  }
  change('package.json', `"version": "${THIS}"`, `"version": "${NEXT}"`)
  change('package.json', '"zustand": "^5.1.0"', '"zustand": "^5.2.0"')
  change(
    'CHANGELOG.md',
    '# Changelog\n',
    `# Changelog\n\n## ${NEXT}\n\n- Routes are in all-pages.ts.\n`,
  )
  write({ [`${MIGRATIONS}/0800_tokens.sql`]: 'create table tokens (id bigint primary key);\n' })
  remove('docs/guides/sdk-code.md')
  write({ 'docs/guides/faq.md': `${read('docs/guides/faq.md')}\nMore.\n` })
  commit('Next version')
}

describe('a project that a team changed in ten places takes in the next version of the template', () => {
  let project: Repository
  let outcome: Outcome
  let head: string

  beforeAll(() => {
    const template = templateCopy()
    project = projectFrom(template, ANSWERS)
    changeAsATeam(project)
    head = project.git('rev-parse', 'main')
    changeAsTheTemplate(template)
    outcome = upgrade(project.root, { from: template.root, base: undefined }, () => undefined)
  }, 10 * MINUTES)

  afterAll(removeProjects)

  const merged = () => {
    if (outcome.kind !== 'merged') throw new Error('Nothing was taken in.')
    return outcome
  }

  it('a changed project takes in the next version without a conflict, onto a branch of its own', () => {
    expect(merged()).toMatchObject({ version: NEXT, from: 'main', conflicts: [] })
    expect(merged().stayRemoved).toEqual(['docs/guides/faq.md'])
    expect(project.git('branch', '--show-current')).toBe(merged().branch)
    expect(project.git('status', '--porcelain')).toBe('')
    expect(project.git('rev-parse', 'main')).toBe(head)
  })

  it('an upgrade says what to read', () => {
    expect(merged().sections).toEqual([`## ${NEXT}\n\n- Routes are in all-pages.ts.`])
  })

  it('an upgrade makes every file that the team left alone as the next version makes it', () => {
    const differing = project.git('diff', '--name-only', merged().change, 'HEAD').split('\n')
    expect(differing.sort()).toEqual(
      [
        ...['.env', 'README.md', 'docs/guides/faq.md', 'package.json', 'scripts/start/words.ts'],
        ...['server/src/modules/modules.ts', 'server/src/modules/orders/orders.ts'],
        ...[`${MIGRATIONS}/0900_orders.sql`, NEW_ROUTES],
        ...['src/pages/home/index.tsx', 'src/pages/orders/index.tsx'],
      ].sort(),
    )
  })

  it('an upgrade keeps the changes of both in the files that both changed', () => {
    const routes = project.read(NEW_ROUTES)
    expect(routes).toContain("orders: at('orders')")
    expect(project.read('src/pages/home/index.tsx')).toMatch(
      /features\/who\/[\s\S]*<Card>tea<\/Card>/,
    )
    expect(project.read('scripts/start/words.ts')).toMatch(/readyLines[\s\S]*ends the tea shop/)
    expect(project.read('package.json')).toMatch(
      /"zustand": "\^5\.2\.0"[\s\S]*"zzz-tea": "\^1\.0\.0"/,
    )
    expect(project.git('ls-files', MIGRATIONS)).toMatch(/0800_tokens\.sql\n.*0900_orders\.sql/)
  })

  it('an upgrade writes the new version, and the same answers, into template.json', () => {
    const record: unknown = JSON.parse(project.read('template.json'))
    expect(record).toMatchObject({ version: NEXT, created: THIS, answers: ANSWERS })
  })

  it('an upgrade starts from a template only: a project that was made from one is refused', () => {
    expect(() =>
      upgrade(project.root, { from: project.root, base: undefined }, () => undefined),
    ).toThrow(/is no template/)
  })
})
