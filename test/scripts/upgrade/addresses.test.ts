import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { openSource } from '../../../scripts/upgrade/source'
import { projectOf, removeProjects } from '../kit/project'
import { repositoryOf } from './repository'

afterAll(removeProjects)

const TEMPLATE = { 'scripts/setup/main.ts': '', 'package.json': '{}' }
const emptyFolder = () => projectOf({})

describe('a version of the template in a repository', () => {
  it('a version of the template is the tag, the branch or the commit that an address names', () => {
    const { root, git, write, commit } = repositoryOf(TEMPLATE)
    const first = git('rev-parse', 'HEAD')
    git('tag', '--annotate', 'v0.3.0', '--message', 'Ours')
    git('branch', 'stable')
    write({ 'package.json': '{"version":"9.9.9"}' })
    const last = commit('Next')
    const commitAt = (name: string, address = `file://${root}`) =>
      openSource(`${address}#${name}`, emptyFolder()).commit
    expect(['v0.3.0', 'stable', first, 'main'].map((name) => commitAt(name))).toEqual([
      first,
      first,
      first,
      last,
    ])
    expect(commitAt('v0.3.0', relative('.', root))).toBe(first)
    expect(() => commitAt('v9')).toThrow(/ has no tag, branch or commit called v9\.$/)
  })

  it('a version of the template brings nothing that its repository ignores, such as keys', () => {
    const changed = repositoryOf({ ...TEMPLATE, '.gitignore': 'server/.env\n' })
    changed.write({ 'server/.env': 'WECHAT_SECRET=x', 'new.ts': '', 'package.json': '{"a":1}' })
    const { folder } = openSource(changed.root, emptyFolder())
    expect(existsSync(join(folder, 'new.ts'))).toBe(true)
    expect(existsSync(join(folder, 'server/.env'))).toBe(false)
  })
})
