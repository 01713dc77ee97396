import { openTree } from '../../../scripts/code/tree'
import { moveUsed } from '../../../scripts/setup/code/move'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

describe('moving what others use of a folder that goes', () => {
  const tree = openTree(
    projectOf({
      'simulator/start.ts': `import { people } from './platform/people'\nexport const start = () => people`,
      'simulator/platform/people.ts': `import data from '../data.json'\nexport const people = data`,
      'simulator/data.json': '{}',
      'simulator/host.ts': `import { people } from './platform/people'\nexport const host = people`,
      'server/test/kit/test-server.ts': `import { start } from '../../../simulator/start'\nexport const server = start`,
      'simulator/index.ts': `export { all } from './lazy'\nexport { host } from './host'`,
      'simulator/lazy.ts': `export { people as all, type People } from './platform/people'`,
      'server/test/b.test.ts': `import { all } from '../../simulator/index'\nexport const b = all`,
      'zones.mjs': `export const zones = [{ from: './simulator' }]`,
      'server/test/a.test.ts': `import type { people } from '../../simulator/platform/people'\nexport type A = typeof people`,
    }),
  )
  moveUsed(tree, { from: 'simulator/', to: 'server/test/wechat/', usedBy: /^server\// })

  it('moving a shared module moves the files that it reaches, and no others', () => {
    expect(tree.paths()).toEqual([
      'server/test/a.test.ts',
      'server/test/b.test.ts',
      'server/test/kit/test-server.ts',
      'server/test/wechat/data.json',
      'server/test/wechat/platform/people.ts',
      'server/test/wechat/start.ts',
      'simulator/host.ts',
      'simulator/index.ts',
      'simulator/lazy.ts',
      'zones.mjs',
    ])
  })

  it('moving a shared module writes imports as they are at the new place: of users, of what moved, of what stays', () => {
    const firstLine = (path: string) => tree.read(path).split('\n')[0]
    expect(firstLine('server/test/kit/test-server.ts')).toContain("'../wechat/start'")
    expect(firstLine('server/test/a.test.ts')).toContain("'./wechat/platform/people'")
    expect(firstLine('server/test/wechat/start.ts')).toContain("'./platform/people'")
    expect(firstLine('server/test/wechat/platform/people.ts')).toContain("'../data.json'")
    expect(firstLine('simulator/host.ts')).toContain("'../server/test/wechat/platform/people'")
  })

  it('moving a shared module follows a name through the modules that only pass it on, and leaves those behind', () => {
    expect(tree.read('server/test/b.test.ts')).toBe(
      `import { people as all } from './wechat/platform/people'\nexport const b = all`,
    )
  })

  it('moving a shared module leaves a text that only looks like an import', () => {
    expect(tree.read('zones.mjs')).toContain("from: './simulator'")
  })
})
