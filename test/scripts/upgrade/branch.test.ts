import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onBranch, undoInterrupted } from '../../../scripts/upgrade/branch'
import { takeIn } from '../../../scripts/upgrade/merge'
import { projectOf, removeProjects } from '../kit/project'
import { commitBoth } from '../../../scripts/upgrade/trees'
import { repositoryOf, type Repository } from './repository'

afterAll(removeProjects)

const MARK = '.git/template-upgrade.json'

/** A project on whose new branch a merge was killed: files half written, no commit, and the mark still there. */
const killed = (): { project: Repository; head: string } => {
  const project = repositoryOf({ 'a.txt': 'ours\n' })
  const head = project.git('rev-parse', 'HEAD')
  const commit = commitBoth(
    project.root,
    projectOf({ 'a.txt': 'a\n' }),
    projectOf({ 'a.txt': 'theirs\n', 'new.txt': 'new\n' }),
    'Take in',
  )
  onBranch(project.root, 'taken-in', () => takeIn(project.root, commit ?? ''))
  project.write({ [MARK]: JSON.stringify({ branch: 'taken-in', from: 'main', head }) })
  return { project, head }
}

const undone = (project: Repository): string[] => {
  const said: string[] = []
  undoInterrupted(project.root, (line) => said.push(line))
  return said
}

describe('an upgrade that ends before it is done', () => {
  it('an upgrade goes back to the branch it came from when git fails', () => {
    const project = repositoryOf({ 'a.txt': 'a\n' })
    expect(() =>
      onBranch(project.root, 'taken-in', () => takeIn(project.root, 'no-commit')),
    ).toThrow(/no-commit/)
    expect(project.git('branch', '--format=%(refname:short)')).toBe('main')
  })

  it('an upgrade that was killed in the middle of the merge is undone by the next one', () => {
    const { project, head } = killed()
    undone(project)
    expect(project.git('branch', '--format=%(refname:short)')).toBe('main')
    expect(project.git('rev-parse', 'HEAD')).toBe(head)
    expect(project.git('status', '--porcelain')).toBe('')
    expect(existsSync(join(project.root, MARK))).toBe(false)
  })

  it('an upgrade that was killed keeps what a person mended in its files, and says where', () => {
    const { project } = killed()
    project.write({ 'a.txt': 'mended\n', 'more.txt': 'more\n' })
    const kept = /git show ([0-9a-f]{12})/.exec(undone(project).join(''))?.[1] ?? ''
    expect(project.git('show', `${kept}:a.txt`)).toBe('mended')
    expect(project.git('show', `${kept}:more.txt`)).toBe('more')
  })

  it('an upgrade that was killed before git knew the files it had written leaves none of them', () => {
    const { project } = killed()
    project.git('rm', '--quiet', '--cached', 'new.txt')
    const kept = /git show ([0-9a-f]{12})/.exec(undone(project).join(''))?.[1] ?? ''
    expect(project.git('status', '--porcelain')).toBe('')
    expect(project.git('show', `${kept}:new.txt`)).toBe('new')
  })

  it('an upgrade that was killed while git wrote says which lock to delete, and keeps nothing twice', () => {
    const { project } = killed()
    project.write({ '.git/index.lock': '' })
    expect(() => undone(project)).toThrow(/Delete .+\.git.index\.lock, unless git is at work/)
    expect(existsSync(join(project.root, MARK))).toBe(true)
    rmSync(join(project.root, '.git/index.lock'))
    undone(project)
    expect(project.git('status', '--porcelain')).toBe('')
  })

  it('an upgrade that was killed and then finished by hand keeps its branch and its commits', () => {
    const { project } = killed()
    project.write({ 'a.txt': 'mended\n' })
    project.commit('Mended')
    expect(undone(project)).toEqual([])
    expect(project.git('log', '-1', '--format=%s', 'taken-in')).toBe('Mended')
    expect(existsSync(join(project.root, MARK))).toBe(false)
  })

  it('an upgrade that was killed leaves the work on another branch alone', () => {
    const { project } = killed()
    project.git('checkout', '--quiet', '--force', '-b', 'other', 'main')
    project.write({ 'a.txt': 'other work\n' })
    undone(project)
    expect(project.read('a.txt')).toBe('other work\n')
    expect(project.git('branch', '--show-current')).toBe('other')
  })

  it('an upgrade writes one commit when all is done: a run that is killed before leaves none that looks finished', () => {
    const project = repositoryOf({ 'a.txt': 'a\n' })
    const before = { 'a.txt': 'a\n', 'removed/b.txt': 'b\n' }
    const after = { 'a.txt': 'theirs\n', 'removed/b.txt': 'b\n', 'removed/new.txt': 'new\n' }
    const commit = commitBoth(project.root, projectOf(before), projectOf(after), 'Take in') ?? ''
    const { stayRemoved } = onBranch(project.root, 'taken-in', () => takeIn(project.root, commit))
    expect(stayRemoved).toEqual(['removed/new.txt'])
    const moves = project.git('reflog', '--format=%gs', 'taken-in').split('\n')
    expect(moves).toEqual(['commit: Take in', expect.stringContaining('branch: Created')])
    expect(project.git('ls-files')).toBe('a.txt')
  })

  it('an upgrade leaves a branch of the same name alone', () => {
    const project = repositoryOf({ 'a.txt': 'a\n' })
    project.git('branch', 'taken-in')
    expect(() => onBranch(project.root, 'taken-in', () => [])).toThrow(/taken-in exists already/)
    expect(project.git('branch', '--show-current')).toBe('main')
  })
})
