import { commitBoth } from '../../../scripts/upgrade/trees'
import { projectOf, removeProjects } from '../kit/project'
import { merged, WHOLE } from './merged'
import { repositoryOf } from './repository'

afterAll(removeProjects)

const LINES = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join('')

const withLine = (at: number, text: string) => LINES.replace(`line ${at}\n`, `${text}\n`)

const manifest = (dependencies: object) =>
  `${JSON.stringify({ name: 'a', dependencies }, null, 2)}\n`

describe('taking in a change of the template', () => {
  it('an upgrade keeps what the project and the template changed in different places, on a branch of its own', () => {
    const project = repositoryOf({ 'a.txt': withLine(3, 'ours'), 'own.txt': 'own\n' })
    const head = project.git('rev-parse', 'main')
    expect(merged(project, { 'a.txt': LINES }, { 'a.txt': withLine(20, 'theirs') })).toEqual(WHOLE)
    expect(project.read('a.txt')).toBe(withLine(3, 'ours').replace('line 20\n', 'theirs\n'))
    expect(project.git('branch', '--show-current')).toBe('taken-in')
    expect(project.git('rev-parse', 'main')).toBe(head)
    expect(project.git('status', '--porcelain')).toBe('')
  })

  it('an upgrade marks what both changed as git does, and names the files', () => {
    const project = repositoryOf({ 'a.txt': withLine(3, 'ours'), 'b.txt': LINES })
    const before = { 'a.txt': LINES, 'b.txt': LINES }
    const after = { 'a.txt': withLine(3, 'theirs'), 'b.txt': withLine(9, 'theirs') }
    expect(merged(project, before, after).conflicts).toEqual([{ path: 'a.txt', kind: 'marked' }])
    expect(project.read('a.txt')).toMatch(/<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> /)
    expect(project.read('b.txt')).toBe(withLine(9, 'theirs'))
    project.write({ 'a.txt': withLine(3, 'both') })
    project.git('add', '--all')
    project.git('-c', 'core.editor=true', 'cherry-pick', '--continue')
    expect(project.git('log', '-1', '--format=%s')).toBe('Take in')
  })

  it('an upgrade follows a file that the template moved and the project changed', () => {
    const project = repositoryOf({ 'src/old/a.txt': withLine(3, 'ours') })
    expect(
      merged(project, { 'src/old/a.txt': LINES }, { 'src/new/a.txt': withLine(9, 'theirs') }),
    ).toEqual(WHOLE)
    expect(project.git('ls-files')).toBe('src/new/a.txt')
    expect(project.read('src/new/a.txt')).toContain('ours\n')
  })

  it('an upgrade adds and removes what the template did, and leaves alone what the project removed or changed', () => {
    const before = { 'kept.txt': LINES, 'dropped.txt': 'a\n', 'unwanted.txt': 'b\n' }
    const project = repositoryOf({ 'kept.txt': LINES, 'dropped.txt': 'a\n' })
    expect(
      merged(project, before, { 'kept.txt': LINES, 'unwanted.txt': 'b\n', 'new.txt': 'c\n' }),
    ).toEqual(WHOLE)
    expect(project.git('ls-files').split('\n')).toEqual(['kept.txt', 'new.txt'])
  })

  it('an upgrade names a file that the template removed and the project changed', () => {
    const project = repositoryOf({ 'a.txt': withLine(3, 'ours'), 'b.txt': 'b\n' })
    const before = { 'a.txt': LINES, 'b.txt': 'b\n' }
    expect(merged(project, before, { 'b.txt': 'b\n' }).conflicts).toEqual([
      { path: 'a.txt', kind: 'removed by the template' },
    ])
    expect(project.read('a.txt')).toBe(withLine(3, 'ours'))
  })

  it('an upgrade merges package.json key by key: packages added side by side are no conflict', () => {
    const project = repositoryOf({ 'package.json': manifest({ a: '1', lodash: '4' }) })
    const before = { 'package.json': manifest({ a: '1' }) }
    expect(merged(project, before, { 'package.json': manifest({ a: '2', koa: '3' }) })).toEqual(
      WHOLE,
    )
    expect(project.read('package.json')).toBe(manifest({ a: '2', koa: '3', lodash: '4' }))
  })

  it('an upgrade marks one package at two versions in package.json', () => {
    const project = repositoryOf({ 'package.json': manifest({ a: '3' }) })
    const before = { 'package.json': manifest({ a: '1' }) }
    expect(merged(project, before, { 'package.json': manifest({ a: '2' }) }).conflicts).toEqual([
      { path: 'package.json', kind: 'marked' },
    ])
    expect(project.read('package.json')).toContain('<<<<<<<')
  })

  it('an upgrade changes nothing when both versions make the same project', () => {
    const project = repositoryOf({ 'a.txt': LINES })
    const [before, after] = [projectOf({ 'a.txt': 'a' }), projectOf({ 'a.txt': 'a' })]
    expect(commitBoth(project.root, before, after, 'Take in')).toBeUndefined()
  })

  it('an upgrade carries files that the project ignores in other folders of its own', () => {
    const project = repositoryOf({ '.gitignore': '*.log\n', 'a.txt': 'a\n' })
    const files = { '.gitignore': '*.log\n', 'a.txt': 'a\n' }
    expect(merged(project, files, { ...files, 'fixture.log': 'log\n' })).toEqual(WHOLE)
    expect(project.git('ls-files')).toContain('fixture.log')
  })
})
