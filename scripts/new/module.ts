import { addImport, addItem } from '../code/insert'
import type { Tree } from '../code/tree'
import type { Request } from './arguments'
import type { Next } from './made'
import { MODULES, refuseTaken } from './module-name'
import { readName } from './name'
import { addTemplates } from './templates'

const MIGRATIONS = 'server/src/db/migrations/'
const TEST_KIT = 'server/test/kit/test-server.ts'

const migrationsIn = (tree: Tree) =>
  tree.paths().filter((path) => path.startsWith(MIGRATIONS) && path.endsWith('.sql'))

const nextNumber = (paths: readonly string[]): string => {
  const numbers = paths.map((path) => Number.parseInt(path.slice(MIGRATIONS.length), 10))
  return String(Math.max(0, ...numbers.filter(Number.isInteger)) + 1).padStart(4, '0')
}

/** Makes a module of the server: migration, table, routes, export, erasure, and a test where the server's tests run. */
export const newModule = (tree: Tree, request: Request): Next => {
  if (!tree.has(MODULES)) throw new Error('This project has no server/, which modules belong to.')
  const name = readName(request.name)
  const migrations = migrationsIn(tree)
  refuseTaken(tree, name, migrations)
  const migration = `${nextNumber(migrations)}_${name.snake}.sql`
  const { kebab, camel } = name
  addTemplates(tree, 'module', { ...name, migration })
  if (tree.has(TEST_KIT)) addTemplates(tree, 'module-test', { ...name })
  addImport(tree, MODULES, `{ ${camel} }`, `./${kebab}/${kebab}`)
  addItem(tree, MODULES, 'MODULES', camel)
  return [
    `Change the columns in ${MIGRATIONS}${migration}, table.ts and schemas.ts before the server runs: a migration that ran is never changed.`,
    `The app calls it by useEndpoint() of src/auth/useEndpoint.ts: { method: 'GET', path: '/ext/v1/${kebab}/', as: 'member' }.`,
  ]
}
