import { gitState, registerNewFiles } from '../../../scripts/setup/git'
import { removeProjects } from '../kit/project'
import { repositoryOf } from '../upgrade/repository'

afterAll(removeProjects)

describe('setup in a repository', () => {
  it('is undone by git reset --hard when it is killed while it writes', () => {
    const { root, git, write, remove } = repositoryOf({
      'a.txt': 'a',
      '表 格/b.txt': 'b',
      'c.txt': 'c',
    })
    registerNewFiles(root, ['template.json', '新 文件夹/new.ts', 'never-written.ts'])
    write({ 'template.json': '{}', '新 文件夹/new.ts': 'new', 'a.txt': 'changed' })
    remove('c.txt')
    git('reset', '--hard')
    expect(git('status', '--porcelain')).toBe('')
    expect(git('ls-files', '-co').split('\n')).toHaveLength(3)
  })

  it('sees what is not committed, in folders with blanks and Chinese letters, but for the answers', () => {
    const { root, write } = repositoryOf({ 'a.txt': 'a' })
    write({ '我的 答案.json': '{}' })
    expect(gitState(root, `${root}/我的 答案.json`)).toMatchObject({ kind: 'clean' })
    write({ '新 文件夹/new.ts': 'new' })
    expect(gitState(root, `${root}/我的 答案.json`)).toEqual({
      kind: 'dirty',
      files: ['新 文件夹/new.ts'],
    })
  })

  it('names a changed file whole, also the first, and takes no change of committed answers for one', () => {
    const { root, write } = repositoryOf({ 'a.txt': 'a', 'answers.json': '{}' })
    write({ 'answers.json': '{"name":"tea"}' })
    expect(gitState(root, `${root}/answers.json`)).toMatchObject({ kind: 'clean' })
    write({ 'a.txt': 'changed' })
    expect(gitState(root, `${root}/answers.json`)).toEqual({ kind: 'dirty', files: ['a.txt'] })
  })
})
