import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openBase } from '../../../scripts/upgrade/base'
import { isLater, sectionsSince } from '../../../scripts/upgrade/changes'
import { openSource } from '../../../scripts/upgrade/source'
import { projectOf, removeProjects } from '../kit/project'
import { repositoryOf } from './repository'

afterAll(removeProjects)

const TEMPLATE = { 'scripts/setup/main.ts': '', 'package.json': '{}' }
const emptyFolder = () => mkdtempSync(join(tmpdir(), 'upgrade-source-'))
const isTemplate = (folder: string) => existsSync(join(folder, 'scripts/setup/main.ts'))

describe('a version of the template', () => {
  it('a version of the template is the HEAD of a repository, by its folder or its address', () => {
    const { root, git } = repositoryOf(TEMPLATE)
    for (const from of [root, `file://${root}`]) {
      const source = openSource(from, emptyFolder())
      expect(isTemplate(source.folder)).toBe(true)
      expect(source.commit).toBe(git('rev-parse', 'HEAD'))
    }
  })

  it('a version of the template is a folder as it lies there, without packages, when it is no repository or has changes', () => {
    const plain = projectOf({ ...TEMPLATE, 'node_modules/a/index.js': '' })
    const source = openSource(plain, emptyFolder())
    expect(isTemplate(source.folder)).toBe(true)
    expect(existsSync(join(source.folder, 'node_modules'))).toBe(false)
    const changed = repositoryOf(TEMPLATE)
    changed.write({ 'package.json': '{"version":"9.9.9"}' })
    expect(openSource(changed.root, emptyFolder()).commit).toBeUndefined()
  })

  it('a version of the template is an archive, with its files in a folder of their own or not', () => {
    const root = projectOf(TEMPLATE)
    const [flat, nested] = [join(emptyFolder(), 'flat.tgz'), join(emptyFolder(), 'nested.tgz')]
    execFileSync('tar', ['-czf', flat, '.'], { cwd: root })
    execFileSync('tar', ['-czf', nested, basename(root)], { cwd: join(root, '..') })
    for (const archive of [flat, nested]) {
      expect(isTemplate(openSource(archive, emptyFolder()).folder)).toBe(true)
    }
  })

  it.each([
    ['nowhere', /^There is no nowhere\.$/],
    [projectOf({ 'package.json': '{}' }), /is no template: it has no scripts\/setup/],
    [join(projectOf({ 'a.zip': 'no archive' }), 'a.zip'), /could not be unpacked/],
  ])('a version of the template is not %s', (from, sentence) => {
    expect(() => openSource(from, emptyFolder())).toThrow(sentence)
  })
})

describe('the version that a project is at', () => {
  const newer = () => openSource(projectOf(TEMPLATE), emptyFolder())
  const folder = () => join(emptyFolder(), 'older')

  it("the version that a project is at is found by its commit in the project's own history", () => {
    const project = repositoryOf(TEMPLATE)
    const commit = project.git('rev-parse', 'HEAD')
    const record = { version: '0.1.0', commit }
    expect(openBase(project.root, record, undefined, newer(), folder()).commit).toBe(commit)
  })

  it("the version that a project is at is found by its commit, or by the tag of its version, in the template's history", () => {
    const template = repositoryOf(TEMPLATE)
    template.git('tag', 'v0.1.0')
    const commit = template.git('rev-parse', 'HEAD')
    template.write({ 'package.json': '{"version":"0.2.0"}' })
    template.commit('Next')
    const project = repositoryOf({ 'a.txt': 'a' })
    for (const record of [
      { version: '0.1.0', commit },
      { version: '0.1.0', commit: undefined },
    ]) {
      const source = openSource(template.root, emptyFolder())
      expect(openBase(project.root, record, undefined, source, folder()).commit).toBe(commit)
    }
  })

  it('the version that a project is at is what --base says before anything else, and asked for where it is nowhere', () => {
    const project = repositoryOf({ 'a.txt': 'a' })
    const record = { version: '0.1.0', commit: 'a'.repeat(40) }
    const given = openBase(project.root, record, projectOf(TEMPLATE), newer(), emptyFolder())
    expect(isTemplate(given.folder)).toBe(true)
    expect(() => openBase(project.root, record, undefined, newer(), folder())).toThrow(
      /\(0\.1\.0, commit aaaaaaaaaaaa\) is neither in its history.*\nPass it: --base PATH/,
    )
  })
})

describe('what to read', () => {
  const CHANGELOG =
    '# Changelog\n\n## 0.10.0 — today\n\n- Ten.\n\n## v0.2.0\n\n- Two.\n\n## 0.1.0\n\n- One.\n'

  it('the page to read is what the CHANGELOG says of later versions', () => {
    expect(sectionsSince(CHANGELOG, '0.1.0')).toEqual([
      '## 0.10.0 — today\n\n- Ten.',
      '## v0.2.0\n\n- Two.',
    ])
    expect(sectionsSince(CHANGELOG, '0.10.0')).toEqual([])
    expect(sectionsSince('', '0.1.0')).toEqual([])
  })

  it.each([
    ['0.10.0', '0.9.9', true],
    ['1.0.0', '0.99.0', true],
    ['0.2.0', '0.2.0', false],
    ['0.1.9', '0.2.0', false],
  ])('the later version is found: %s is later than %s: %s', (version, than, isIt) => {
    expect(isLater(version, than)).toBe(isIt)
  })
})
