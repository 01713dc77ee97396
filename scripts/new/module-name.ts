import { itemsOf, propertiesOf } from '../code/insert'
import type { Tree } from '../code/tree'
import type { Name } from './name'

/** Where modules are registered. */
export const MODULES = 'server/src/modules/modules.ts'
const OPERATIONS = 'server/src/openapi/operations.ts'

/** Members of the export of an account that the core writes. */
const OF_THE_SERVER =
  'account admin audit email export files module modules notes-shared sessions user users wechat'

/** Words that PostgreSQL takes for no table (`pg_get_keywords()`, catcode R and T), beside those that no name may be (name.ts). */
const OF_POSTGRESQL =
  'all analyse analyze and any array as asc asymmetric authorization binary both cast check collate collation column ' +
  'concurrently constraint create cross current-catalog current-date current-role current-schema current-time ' +
  'current-timestamp current-user deferrable desc distinct end except fetch foreign freeze from full grant group having ' +
  'ilike initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural ' +
  'not notnull offset on only or order outer overlaps placing primary references returning right select session-user ' +
  'similar some symmetric system-user table tablesample then to trailing union unique using variadic verbose when where ' +
  'window'

const KEPT = new Set(`${OF_THE_SERVER} ${OF_POSTGRESQL}`.split(' '))

/** What the server's own code calls its error codes and limits: a second one of the name would replace or share it. */
const usedBy = (tree: Tree, { snake, kebab }: Name): string | undefined => {
  // Whole words: the codes of "tea-orders" end in those of "orders".
  const names = new RegExp(`\\b${snake}_(not_found|full):|'${kebab}/user'`)
  return tree
    .paths()
    .filter((path) => /^server\/src\/.*\.ts$/.test(path))
    .find((path) => names.test(tree.read(path)))
}

/** Throws a sentence for a name of a module, of its table or of its routes that is taken, or kept by PostgreSQL. */
export const refuseTaken = (tree: Tree, name: Name, migrations: readonly string[]): void => {
  const { kebab, snake, camel } = name
  // A table of PostgreSQL's own would be found first.
  if (KEPT.has(kebab) || kebab.startsWith('pg-')) {
    throw new Error(
      `"${kebab}" is kept by the server or by PostgreSQL; a plural often does: "${kebab}-items".`,
    )
  }
  if (itemsOf(tree, MODULES, 'MODULES').includes(camel)) {
    throw new Error(`There is a module "${kebab}" already.`)
  }
  const routes = [...propertiesOf(tree, OPERATIONS, 'OPERATIONS').keys()]
  if (routes.some((route) => route.includes(` /ext/v1/${kebab}/`))) {
    throw new Error(`The server has routes below /ext/v1/${kebab}/ already.`)
  }
  const creates = new RegExp(`^create table (if not exists )?"?${snake}"?\\s*\\(`, 'im')
  const taken = migrations.find((path) => creates.test(tree.read(path)))
  if (taken !== undefined) throw new Error(`${taken} makes a table "${snake}" already.`)
  const used = usedBy(tree, name)
  if (used !== undefined) {
    throw new Error(`${used} has error codes or limits of "${kebab}" already; choose another name.`)
  }
}
