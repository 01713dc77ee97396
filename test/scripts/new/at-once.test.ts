import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTree } from '../../../scripts/code/tree'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const register = (root: string, name: string) => {
  const tree = openTree(root)
  tree.write('routes.ts', `${tree.read('routes.ts')}${name}\n`)
  tree.write(`pages/${name}.ts`, '')
  return tree
}

describe('two generators at once', () => {
  it('a generator writes nothing when another one has registered something since it began', () => {
    const root = projectOf({ 'routes.ts': 'home\n' })
    const [first, second] = [register(root, 'orders'), register(root, 'cups')]
    first.apply()
    expect(() => second.apply()).toThrow('changed routes.ts meanwhile; nothing was written')
    expect(openTree(root).paths()).toEqual(['pages/orders.ts', 'routes.ts'])
    register(root, 'cups').apply()
    expect(readFileSync(join(root, 'routes.ts'), 'utf8')).toBe('home\norders\ncups\n')
  })

  it('a generator writes nothing when another program has made one of its files since it began', () => {
    const root = projectOf({ 'routes.ts': 'home\n' })
    const tree = openTree(root)
    tree.write('orders.ts', 'ours')
    writeFileSync(join(root, 'orders.ts'), 'theirs')
    expect(() => tree.apply()).toThrow('changed orders.ts meanwhile')
    expect(readFileSync(join(root, 'orders.ts'), 'utf8')).toBe('theirs')
  })
})
