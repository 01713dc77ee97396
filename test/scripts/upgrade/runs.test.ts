import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { upgrade, type Outcome } from '../../../scripts/upgrade/upgrade'
import { wordsOf } from '../../../scripts/upgrade/words'
import { projectOf, removeProjects } from '../kit/project'
import { repositoryIn, repositoryOf, type Repository } from './repository'
import { smallProject, templateOf } from './small-template'

afterAll(removeProjects)

const OLD = templateOf('1.0.0', { 'a.txt': 'a\n', 'b.txt': 'b\n' })
const NEW = templateOf('1.1.0', {
  'a.txt': 'new a\n',
  'b.txt': 'b\n',
  'CHANGELOG.md': '## 1.1.0\n\n- A new a.\n',
})

const newFolder = () => projectOf({})

/** A template in two versions, and a project of the first. */
const world = () => {
  const template = repositoryOf(OLD)
  const commit = template.git('rev-parse', 'HEAD')
  template.write(NEW)
  template.commit('Next')
  return { template, commit, project: smallProject(OLD, commit) }
}

const run = (project: Repository, from: string, base?: string): Outcome =>
  upgrade(project.root, { from, base }, () => undefined)

const packed = (root: string): string => {
  const archive = join(newFolder(), 'template.tgz')
  execFileSync('tar', ['-czf', archive, '--exclude=.git', basename(root)], { cwd: dirname(root) })
  return archive
}

const isUntouched = ({ git }: Repository) =>
  git('branch', '--format=%(refname:short)') === 'main' && git('status', '--porcelain') === ''

describe('a whole upgrade', () => {
  it.each<[string, (root: string) => string]>([
    ['a repository', (root) => root],
    ['a git address', (root) => `file://${root}`],
    ['an archive', packed],
    ['a folder without git', () => projectOf(NEW)],
  ])('a whole upgrade takes in %s, and one command goes back', (_, from) => {
    const { template, project } = world()
    const outcome = run(project, from(template.root), projectOf(OLD))
    expect(outcome).toMatchObject({ kind: 'merged', version: '1.1.0', conflicts: [] })
    expect(project.read('a.txt')).toBe('new a\n')
    expect(JSON.parse(project.read('template.json'))).toMatchObject({ version: '1.1.0' })
    project.git('checkout', '--quiet', '--force', 'main')
    expect(project.read('a.txt')).toBe('a\n')
    expect(project.git('status', '--porcelain')).toBe('')
  })

  it('a whole upgrade of a project that recorded no commit finds its version by a tag', () => {
    const { template, commit } = world()
    template.git('tag', 'v1.0.0', commit)
    const project = smallProject(OLD, undefined)
    expect(run(project, template.root)).toMatchObject({ kind: 'merged', conflicts: [] })
    expect(JSON.parse(project.read('template.json'))).toMatchObject({
      commit: template.git('rev-parse', 'HEAD'),
    })
  })

  it('a whole upgrade twice has nothing to take in the second time', () => {
    const { template, project } = world()
    run(project, template.root)
    expect(run(project, template.root)).toEqual({ kind: 'nothing new', version: '1.1.0' })
  })

  it('a whole upgrade says what stays out and what is to be decided', () => {
    const { template, project } = world()
    project.write({ 'a.txt': 'ours\n' })
    project.remove('b.txt')
    project.commit('Change')
    template.write({ 'b.txt': 'new b\n' })
    template.commit('More')
    const words = wordsOf(run(project, template.root)).join('\n')
    expect(words).toContain('## 1.1.0\n\n- A new a.')
    expect(words).toContain('They stay out:\n  b.txt')
    expect(words).toContain(
      'Yours to decide (1):\n  a.txt: both sides changed it; git has marked where',
    )
    expect(words).toContain('git checkout -f main')
  })
})

describe('an upgrade that cannot begin', () => {
  it('an upgrade that cannot begin leaves a dirty project as it is, and names its files', () => {
    const { template, project } = world()
    project.write({ 'a.txt': 'in work\n', '新 文件.txt': 'new\n' })
    expect(() => run(project, template.root)).toThrow(
      /^Commit or put away your changes.*\n.*a\.txt/,
    )
    expect(project.read('a.txt')).toBe('in work\n')
    expect(project.git('branch', '--format=%(refname:short)')).toBe('main')
  })

  it('an upgrade that cannot begin names a file that git ignores and the template brings', () => {
    const { template, project } = world()
    project.write({ 'secret.local': 'the only copy\n' })
    template.write({ 'secret.local': "the template's\n" })
    template.commit('Bring it')
    expect(() => run(project, template.root)).toThrow(/Move them away first:\nsecret\.local$/)
    expect(project.read('secret.local')).toBe('the only copy\n')
    expect(isUntouched(project)).toBe(true)
  })

  it('an upgrade that cannot begin says so of a template with an older version', () => {
    const { project } = world()
    const older = projectOf(templateOf('0.9.0', {}))
    expect(() => run(project, older)).toThrow(
      'What you passed is 0.9.0, and this project is at 1.0.0 already.',
    )
    expect(isUntouched(project)).toBe(true)
  })

  it('an upgrade that cannot begin says so of an earlier commit of the same version', () => {
    const template = repositoryOf(OLD)
    const before = template.git('rev-parse', 'HEAD')
    template.write({ 'a.txt': 'later\n' })
    const later = template.commit('Later')
    const project = smallProject(OLD, later)
    template.git('reset', '--quiet', '--hard', before)
    expect(() => run(project, template.root)).toThrow(
      `comes before this project's ${later.slice(0, 12)}`,
    )
    expect(isUntouched(project)).toBe(true)
  })

  it('an upgrade that cannot begin in a shallow clone says how to fetch the rest', () => {
    const template = repositoryOf(OLD)
    const commit = template.git('rev-parse', 'HEAD')
    template.remove('scripts/setup')
    template.write({
      'template.json': `{"version":"1.0.0","commit":"${commit}"}\n`,
      '.gitignore': 'node_modules\n',
    })
    template.commit('Make it ours')
    const root = join(newFolder(), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${template.root}`, root])
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    const clone = repositoryIn(root)
    expect(() => run(clone, projectOf(NEW))).toThrow(/This clone is shallow: git fetch --unshallow/)
    clone.git('fetch', '--quiet', '--unshallow')
    expect(run(clone, projectOf(NEW))).toMatchObject({ kind: 'merged', conflicts: [] })
  })
})
