import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { linkPackages } from '../packages'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'packages-'))
})

afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

const inTemplate = (path: string) => join(home, 'template/node_modules', path)
const inProject = (path: string) => join(home, 'project/node_modules', path)

const install = (record: string, ...packages: readonly string[]) => {
  rmSync(inTemplate(''), { recursive: true, force: true })
  for (const [path, text] of [
    ['.package-lock.json', record],
    ...packages.map((name) => [`${name}/package.json`, name]),
  ] as const) {
    mkdirSync(dirname(inTemplate(path)), { recursive: true })
    writeFileSync(inTemplate(path), text)
  }
}

const link = () => {
  linkPackages(join(home, 'template'), join(home, 'project'))
}

describe('packages of created projects', () => {
  it('a package installed since the last run is in the project of the next', () => {
    install('one', 'a')
    link()
    install('two', 'a', 'typescript-7')
    link()
    expect(readFileSync(inProject('typescript-7/package.json'), 'utf8')).toBe('typescript-7')
  })

  it('a package removed since the last run is not in the project of the next', () => {
    install('one', 'a', 'b')
    link()
    install('two', 'a')
    link()
    expect(existsSync(inProject('b'))).toBe(false)
  })

  it('an installation whose linking was cut short is linked again', () => {
    install('one', 'a', 'b')
    link()
    rmSync(inProject('.package-lock.json'))
    rmSync(inProject('b'), { recursive: true })
    link()
    expect(existsSync(inProject('b'))).toBe(true)
  })

  it('an unchanged installation is not linked again', () => {
    install('one', 'a')
    link()
    writeFileSync(inProject('mark'), '')
    link()
    expect(existsSync(inProject('mark'))).toBe(true)
  })
})
