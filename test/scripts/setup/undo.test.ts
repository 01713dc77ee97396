import { execFileSync, spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gitState, registerNewFiles } from '../../../scripts/setup/git'
import { removeProjects } from '../kit/project'
import { repositoryOf } from '../upgrade/repository'

afterAll(removeProjects)

/** Runs this repository's setup in a folder; its standard input is no terminal. */
const setUp = (root: string, options: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', resolve('scripts/setup/main.ts'), ...options], {
    cwd: root,
    encoding: 'utf8',
  })

describe('setup in a repository', () => {
  it('a killed setup is undone by git reset --hard, also while it writes', () => {
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

  it('the setup sees what is not committed, in folders with blanks and Chinese letters, but for the answers', () => {
    const { root, write } = repositoryOf({ 'a.txt': 'a' })
    write({ '我的 答案.json': '{}' })
    expect(gitState(root, `${root}/我的 答案.json`)).toMatchObject({ kind: 'clean' })
    write({ '新 文件夹/new.ts': 'new' })
    expect(gitState(root, `${root}/我的 答案.json`)).toMatchObject({
      kind: 'dirty',
      files: ['新 文件夹/new.ts'],
    })
  })

  it('the setup names a changed file whole, also the first, and takes no change of committed answers for one', () => {
    const { root, write } = repositoryOf({ 'a.txt': 'a', 'answers.json': '{}' })
    write({ 'answers.json': '{"name":"tea"}' })
    expect(gitState(root, `${root}/answers.json`)).toMatchObject({ kind: 'clean' })
    write({ 'a.txt': 'changed' })
    expect(gitState(root, `${root}/answers.json`)).toMatchObject({
      kind: 'dirty',
      files: ['a.txt'],
    })
  })

  it('the setup in a subfolder of a repository is undone there, and nothing beside it', () => {
    const { root, git, write } = repositoryOf({
      'other/b.txt': 'b',
      '我的 app/package.json': '{}',
      '我的 app/a.txt': 'a',
    })
    const app = join(root, '我的 app')
    write({ 'other/b.txt': 'changed' })
    const state = gitState(app, undefined)
    if (state.kind !== 'clean') throw new Error(`The folder is ${state.kind}.`)
    expect(state.commit).toBeUndefined()
    registerNewFiles(app, ['template.json', 'src/never-written.ts'])
    write({ '我的 app/template.json': '{}', '我的 app/a.txt': 'changed' })
    expect(gitState(app, undefined)).toMatchObject({
      kind: 'dirty',
      files: expect.arrayContaining(['template.json', 'a.txt']),
    })
    execFileSync('sh', ['-c', state.undo], { cwd: app })
    expect(git('status', '--porcelain')).toBe('M other/b.txt')
  })

  it('the setup takes a folder that a repository around it does not have for a copy without git', () => {
    const { root, write } = repositoryOf({ '.gitignore': 'app' })
    write({ 'app/package.json': '{}' })
    expect(gitState(join(root, 'app'), undefined)).toEqual({ kind: 'none' })
  })

  it('the setup without answers and without a terminal says what to pass', () => {
    const { root } = repositoryOf({
      'package.json': '{"version":"1.0.0"}',
      '.gitignore': 'node_modules',
    })
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    const { status, stderr } = setUp(root, [])
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /^There is no terminal to ask on: pass --answers or --yes[^]*Nothing was changed/,
    )
  })

  it.each([
    ['an earlier setup was killed', { 'template.json': '{}' }, 'git reset --hard undoes it'],
    ['a file is changed', { 'a.txt': 'changed' }, 'Commit or put away your changes first'],
  ])('the setup changes nothing where %s, and says what to do', (_, files, words) => {
    const { root, git, read, write } = repositoryOf({ 'a.txt': 'a', '.gitignore': 'node_modules' })
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    registerNewFiles(
      root,
      Object.keys(files).filter((path) => path === 'template.json'),
    )
    write(files)
    const before = git('status', '--porcelain')
    const { status, stderr } = setUp(root, ['--yes'])
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(new RegExp(`${words}.*\\nNothing was changed`)),
    })
    expect(git('status', '--porcelain')).toBe(before)
    expect(read('.gitignore')).toBe('node_modules')
  })
})
