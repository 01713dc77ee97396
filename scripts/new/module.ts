import { addImport, addItem, itemsOf, propertiesOf } from '../code/insert'
import type { Tree } from '../code/tree'
import type { Request } from './arguments'
import type { Next } from './made'
import { readName, type Name } from './name'
import { addTemplates } from './templates'

const MODULES = 'server/src/modules/modules.ts'
const OPERATIONS = 'server/src/openapi/operations.ts'
const MIGRATIONS = 'server/src/db/migrations/'
const TEST_KIT = 'server/test/kit/test-server.ts'

/** Members of the export of an account that the core writes, and words that PostgreSQL keeps for itself. */
const KEPT = new Set(
  (
    'account admin audit email export files module modules notes-shared sessions user users wechat ' +
    'all analyse analyze and any array as asc both check collate column current-date current-role current-time ' +
    'current-user desc distinct end except fetch foreign freeze full grant group having ilike initially inner intersect ' +
    'into is isnull join lateral leading left like limit localtime natural not notnull offset on only or order outer ' +
    'overlaps placing primary references right select session-user similar some symmetric table tablesample then to ' +
    'trailing union unique using variadic verbose when where window'
  ).split(' '),
)

const migrationsIn = (tree: Tree) =>
  tree.paths().filter((path) => path.startsWith(MIGRATIONS) && path.endsWith('.sql'))

const nextNumber = (paths: readonly string[]): string => {
  const numbers = paths.map((path) => Number.parseInt(path.slice(MIGRATIONS.length), 10))
  return String(Math.max(0, ...numbers.filter(Number.isInteger)) + 1).padStart(4, '0')
}

const refuseTaken = (tree: Tree, { kebab, snake, camel }: Name, migrations: readonly string[]) => {
  if (KEPT.has(kebab))
    throw new Error(
      `"${kebab}" is kept by the server or by PostgreSQL; a plural often does: "${kebab}-items".`,
    )
  if (itemsOf(tree, MODULES, 'MODULES').includes(camel))
    throw new Error(`There is a module "${kebab}" already.`)
  const routes = [...propertiesOf(tree, OPERATIONS, 'OPERATIONS').keys()]
  if (routes.some((route) => route.includes(` /ext/v1/${kebab}/`)))
    throw new Error(`The server has routes below /ext/v1/${kebab}/ already.`)
  const creates = new RegExp(`^create table (if not exists )?"?${snake}"?\\s*\\(`, 'im')
  const taken = migrations.find((path) => creates.test(tree.read(path)))
  if (taken !== undefined) throw new Error(`${taken} makes a table "${snake}" already.`)
}

/** Makes a module of the server: migration, table, routes, export, erasure, and a test where the server's tests run. */
export const newModule = (tree: Tree, request: Request): Next => {
  if (!tree.has(MODULES)) throw new Error('This project has no server/, which modules belong to.')
  const name = readName(request.name)
  const migrations = migrationsIn(tree)
  refuseTaken(tree, name, migrations)
  const migration = `${nextNumber(migrations)}_${name.snake}.sql`
  const { kebab, camel } = name
  const hasTests = tree.has(TEST_KIT)
  const only = (path: string) => hasTests || !path.startsWith('server/test/')
  addTemplates(tree, { kind: 'module', only }, { ...name, migration })
  addImport(tree, MODULES, `{ ${camel} }`, `./${kebab}/${kebab}`)
  addItem(tree, MODULES, 'MODULES', camel)
  return [
    `Change the columns in ${MIGRATIONS}${migration}, table.ts and schemas.ts before the server runs: a migration that ran is never changed.`,
    `The app calls it by useEndpoint() of src/auth/useEndpoint.ts: { method: 'GET', path: '/ext/v1/${kebab}/', as: 'member' }.`,
  ]
}
