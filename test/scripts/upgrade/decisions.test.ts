import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitBoth } from '../../../scripts/upgrade/trees'
import { projectOf, removeProjects } from '../kit/project'
import { merged, WHOLE } from './merged'
import { repositoryOf, type Files } from './repository'

afterAll(removeProjects)

const icon = (...bytes: number[]) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, ...bytes])
const LINES = Array.from({ length: 30 }, (_, at) => `line ${at}\n`).join('')
const withLine = (at: number, text: string) => LINES.replace(`line ${at}\n`, `${text}\n`)
const withCrlf = (text: string) => text.replaceAll('\n', '\r\n')

const bytesOf = (root: string, path: string) => Uint8Array.from(readFileSync(join(root, path)))

describe('files that are no text', () => {
  it('an upgrade keeps an icon that the team alone redrew, and takes in one that the template alone redrew', () => {
    const project = repositoryOf({ 'ours.png': icon(1), 'theirs.png': icon(0) })
    const before = { 'ours.png': icon(0), 'theirs.png': icon(0) }
    expect(merged(project, before, { 'ours.png': icon(0), 'theirs.png': icon(2) })).toEqual(WHOLE)
    expect(bytesOf(project.root, 'ours.png')).toEqual(icon(1))
    expect(bytesOf(project.root, 'theirs.png')).toEqual(icon(2))
  })

  it.each<[string, Files]>([
    ['that both redrew', { 'a.png': icon(0) }],
    ['that both added', { 'a.txt': 'a' }],
  ])("an upgrade leaves the team's icon %s, and says that it is no text", (_, base) => {
    const before = { 'a.txt': 'a', ...base }
    const project = repositoryOf({ ...before, 'a.png': icon(1) })
    expect(merged(project, before, { ...before, 'a.png': icon(2) })).toEqual({
      ...WHOLE,
      conflicts: [{ path: 'a.png', kind: 'not text' }],
    })
    expect(bytesOf(project.root, 'a.png')).toEqual(icon(1))
    project.git('checkout', '--theirs', '--', 'a.png')
    expect(bytesOf(project.root, 'a.png')).toEqual(icon(2))
  })
})

describe('what the team moved and removed', () => {
  it('an upgrade carries its change into a file that the team renamed', () => {
    const project = repositoryOf({ 'src/tea.txt': LINES, 'b.txt': 'b' })
    const before = { 'src/a.txt': LINES, 'b.txt': 'b' }
    expect(merged(project, before, { 'src/a.txt': withLine(3, 'theirs'), 'b.txt': 'b' })).toEqual(
      WHOLE,
    )
    expect(project.git('ls-files')).toBe('b.txt\nsrc/tea.txt')
    expect(project.read('src/tea.txt')).toBe(withLine(3, 'theirs'))
  })

  it('an upgrade puts a new file of the template into the folder that the team renamed', () => {
    const files = (folder: string) => ({
      [`${folder}/a.txt`]: LINES,
      [`${folder}/b.txt`]: `${LINES}b`,
    })
    const project = repositoryOf(files('src/tea'))
    const before = files('src/shop')
    expect(merged(project, before, { ...before, 'src/shop/new.txt': 'new\n' })).toEqual(WHOLE)
    expect(project.git('ls-files')).toContain('src/tea/new.txt')
  })

  it('an upgrade names a file that both renamed, each in another way', () => {
    const project = repositoryOf({ 'ours.txt': LINES, 'b.txt': 'b' })
    const { conflicts } = merged(
      project,
      { 'a.txt': LINES, 'b.txt': 'b' },
      { 'theirs.txt': LINES, 'b.txt': 'b' },
    )
    expect(conflicts.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['ours.txt', 'theirs.txt']),
    )
    expect(project.read('ours.txt')).toBe(LINES)
  })

  it('an upgrade leaves out a file that the team deleted and the template changed or moved', () => {
    const project = repositoryOf({ 'b.txt': 'b' })
    const before = { 'b.txt': 'b', 'faq.md': LINES, 'docs/old.md': `${LINES}more\n` }
    const after = {
      'b.txt': 'new b',
      'faq.md': withLine(3, 'theirs'),
      'docs/new.md': `${LINES}less\n`,
    }
    expect(merged(project, before, after)).toEqual({
      ...WHOLE,
      stayRemoved: ['docs/new.md', 'faq.md'],
    })
    expect(project.git('ls-files')).toBe('b.txt')
    expect(project.read('b.txt')).toBe('new b')
    expect(project.git('status', '--porcelain')).toBe('')
    expect(project.git('log', '-1', '--format=%B').trim()).toBe('Take in')
  })

  it('an upgrade leaves out what the template adds to a folder that the team deleted whole', () => {
    const before = { 'src/a.txt': 'a', 'server/src/main.ts': LINES, 'server/package.json': '{}' }
    const project = repositoryOf({ 'src/a.txt': 'a' })
    const after = {
      ...before,
      'server/src/main.ts': withLine(3, 'theirs'),
      'server/src/push/new.ts': 'new\n',
      'src/new/new.ts': 'new\n',
    }
    expect(merged(project, before, after)).toEqual({
      ...WHOLE,
      stayRemoved: ['server/src/main.ts', 'server/src/push/new.ts'],
    })
    expect(project.git('ls-files')).toBe('src/a.txt\nsrc/new/new.ts')
    expect(existsSync(join(project.root, 'server'))).toBe(false)
    expect(project.git('status', '--porcelain')).toBe('')
  })

  it('an upgrade leaves out a deleted folder beside a conflict, which stays to be mended', () => {
    const project = repositoryOf({ 'a.txt': withLine(3, 'ours') })
    const before = { 'a.txt': LINES, 'server/main.ts': 'a\n' }
    const after = {
      'a.txt': withLine(3, 'theirs'),
      'server/main.ts': 'b\n',
      'server/new.ts': 'c\n',
    }
    expect(merged(project, before, after)).toEqual({
      ...WHOLE,
      conflicts: [{ path: 'a.txt', kind: 'marked' }],
      stayRemoved: ['server/main.ts', 'server/new.ts'],
    })
    project.git('checkout', '--quiet', '--force', 'main')
    expect(project.git('status', '--porcelain')).toBe('')
    expect(project.read('a.txt')).toBe(withLine(3, 'ours'))
  })
})

describe('a file that the team and the template both add', () => {
  const before = { 'a.txt': 'a' }

  it('an upgrade marks where the two files differ', () => {
    const project = repositoryOf({ ...before, 'orders.ts': `${LINES}ours\n` })
    const { conflicts } = merged(project, before, { ...before, 'orders.ts': `${LINES}theirs\n` })
    expect(conflicts).toEqual([{ path: 'orders.ts', kind: 'marked' }])
    expect(project.read('orders.ts')).toMatch(/line 29\n<{7} HEAD\nours\n={7}\ntheirs\n>{7} /)
  })

  it('an upgrade has nothing to ask where the two files are the same', () => {
    const project = repositoryOf({ ...before, 'orders.ts': LINES })
    expect(merged(project, before, { ...before, 'orders.ts': LINES })).toEqual(WHOLE)
  })
})

describe('modes and ends of lines', () => {
  const modeOf = (listed: string) => listed.slice(0, 6)

  it('an upgrade keeps the mode of a file that the team made executable', () => {
    const project = repositoryOf({ 'run.sh': withLine(3, 'ours') })
    chmodSync(join(project.root, 'run.sh'), 0o755)
    project.commit('Make it executable')
    expect(merged(project, { 'run.sh': LINES }, { 'run.sh': withLine(20, 'theirs') })).toEqual(
      WHOLE,
    )
    expect(modeOf(project.git('ls-files', '--stage', 'run.sh'))).toBe('100755')
    expect(project.read('run.sh')).toContain('theirs\n')
  })

  it('an upgrade takes no modes from a folder on a drive that makes every file executable', () => {
    const files = { 'package.json': '{}', 'run.sh': 'a\n', 'a.txt': 'a\n' }
    const project = repositoryOf(files)
    const [before, after] = [projectOf(files), projectOf({ ...files, 'a.txt': 'b\n' })]
    chmodSync(join(before, 'run.sh'), 0o755)
    for (const path of Object.keys(files)) chmodSync(join(after, path), 0o777)
    const commit = commitBoth(project.root, before, after, 'Take in') ?? ''
    expect(project.git('diff', '--name-only', `${commit}^`, commit)).toBe('a.txt')
  })

  it('an upgrade ends the lines of a file as the team does: only lines that both changed are in conflict', () => {
    const ours = withCrlf(withLine(3, 'ours'))
    const project = repositoryOf({
      'a.txt': ours,
      'b.txt': ours,
      'package.json': '{\r\n\t"a": "1"\r\n}\r\n',
    })
    const before = { 'a.txt': LINES, 'b.txt': LINES, 'package.json': '{\n  "a": "1"\n}\n' }
    const after = {
      'a.txt': withLine(20, 'theirs'),
      'b.txt': withLine(3, 'theirs'),
      'package.json': '{\n  "a": "2"\n}\n',
    }
    expect(merged(project, before, after).conflicts).toEqual([{ path: 'b.txt', kind: 'marked' }])
    expect(project.read('a.txt')).toBe(withCrlf(withLine(3, 'ours').replace('line 20', 'theirs')))
    expect(project.read('package.json')).toBe('{\r\n\t"a": "2"\r\n}\r\n')
  })
})
