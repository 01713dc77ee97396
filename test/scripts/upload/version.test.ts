import { git } from '../../../scripts/git/git'
import { historyOf, versionOf } from '../../../scripts/upload/version'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const asked = { version: undefined, message: undefined }

describe('the version that is uploaded, by its history', () => {
  it('the description of an upload keeps that mark where the subject is as long as WeChat takes', () => {
    const history = { tag: undefined, subject: 'x'.repeat(300), isDirty: true }
    expect(versionOf(asked, '0.1.0', history).message).toBe(`${'x'.repeat(98)} +`)
  })

  it('the version to upload is no other tag of the commit, and the highest of several versions', () => {
    const root = projectOf({ 'package.json': '{}' })
    const run = (...args: string[]) =>
      git(root, ['-c', 'user.name=a', '-c', 'user.email=a@a', ...args])
    run('init', '--quiet')
    run('add', '.')
    run('commit', '--quiet', '-m', 'Sell tea')
    run('tag', 'deployed-2026')
    expect(historyOf(root)?.tag).toBeUndefined()
    for (const tag of ['v1.9.0', 'v1.10.0', 'zz']) run('tag', tag)
    run('tag', '-a', 'weapp', '-m', 'Ours')
    expect(historyOf(root)?.tag).toBe('v1.10.0')
  })
})
