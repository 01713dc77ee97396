import { readdirSync } from 'node:fs'
import { openTree, type Tree } from '../../../scripts/code/tree'
import { readArguments } from '../../../scripts/new/arguments'
import { make } from '../../../scripts/new/make'

const madeIn = async (tree: Tree, command: string): Promise<Tree> => {
  const request = readArguments(command.split(' '))
  if (request === undefined) throw new Error('asked for help')
  await make(tree, request)
  return tree
}

const MIGRATIONS = 'server/src/db/migrations'

describe('npm run new -- module', () => {
  it('"new module" writes migration, table, routes, export, erasure and test under the next number, and registers in one line', async () => {
    const tree = await madeIn(openTree('.'), 'module tea-orders')
    const last = readdirSync(MIGRATIONS).sort().at(-1) ?? ''
    const number = String(Number.parseInt(last, 10) + 1).padStart(4, '0')
    expect(tree.read(`${MIGRATIONS}/${number}_tea_orders.sql`)).toContain(
      'user_id bigint not null references users (id) on delete cascade',
    )
    expect(tree.read('server/src/modules/modules.ts')).toMatch(/MODULES[^]*, teaOrders\]/)
    expect(tree.read('server/src/modules/tea-orders/table.ts')).toContain(
      `${number}_tea_orders.sql`,
    )
    expect(tree.read('server/test/modules/tea-orders.test.ts')).toContain('tea_orders_not_found')
    const left = tree.changed().filter((path) => /__\w+__/.test(path + tree.read(path)))
    expect(left).toEqual([])
  })

  it('"new module" numbers the migrations of two modules one after the other', async () => {
    const tree = await madeIn(await madeIn(openTree('.'), 'module cups'), 'module pots')
    const numbers = tree
      .changed()
      .filter((path) => path.endsWith('.sql'))
      .map((path) => Number.parseInt(path.slice(MIGRATIONS.length + 1), 10))
    expect(new Set(numbers).size).toBe(2)
  })

  it.each([
    ['tea-orders', 'orders'],
    ['orders', 'tea-orders'],
  ])('"new module" makes modules whose names end alike, in any order: %s, %s', async (...names) => {
    const tree = openTree('.')
    for (const name of names) await madeIn(tree, `module ${name}`)
    expect(tree.read('server/src/modules/modules.ts')).toMatch(/MODULES[^]*, teaOrders\b/)
    expect(tree.has('server/src/modules/orders/orders.ts')).toBe(true)
  })

  it('"new module" refuses tables, routes, words of SQL and members of the export that are there', async () => {
    for (const name of [
      'files',
      'sessions',
      'account',
      'select',
      'users',
      'known-devices',
      'audit',
      'pg-class',
    ]) {
      await expect(madeIn(openTree('.'), `module ${name}`)).rejects.toThrow()
    }
  })

  it('"new module" says that there is no server where setup has removed it', async () => {
    const tree = openTree('.')
    for (const path of tree.paths().filter((it) => it.startsWith('server/'))) tree.remove(path)
    await expect(madeIn(tree, 'module cups')).rejects.toThrow('This project has no server/')
  })

  it('"new module" writes no test where the server’s tests cannot run without the simulator', async () => {
    const tree = openTree('.')
    tree.remove('server/test/kit/test-server.ts')
    await madeIn(tree, 'module cups')
    expect(tree.has('server/src/modules/cups/cups.ts')).toBe(true)
    expect(tree.has('server/test/modules/cups.test.ts')).toBe(false)
  })
})
