import { readFileSync } from 'node:fs'
import { openTree } from '../../../scripts/code/tree'
import { simplifyCi } from '../../../scripts/setup/steps/ci-script'
import { simplifyIgnoreFiles } from '../../../scripts/setup/steps/ignore-files'
import { withoutLostPatterns } from '../../../scripts/setup/steps/patterns'
import { simplifyPrograms } from '../../../scripts/setup/steps/programs'
import { simplifyRenovate } from '../../../scripts/setup/steps/renovate'
import { keptScripts } from '../../../scripts/setup/steps/scripts'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

describe('patterns of files in the settings of the tools', () => {
  const settings = `export default {
  ignores: ['dist/', '**/*.md', 'maintainers/**', './maintainers/a.ts', 'server/{a,b}.ts', 'server/c/*.ts', 'maintainers'],
  // Of what has left.
  ignore: ['maintainers/a.ts', 'maintainers/*/**'],
}
`
  const tree = openTree(
    projectOf({
      'eslint.config.mjs': settings,
      'config/index.ts': settings,
      '.gitignore': 'dist/\nserver/\nmaintainers/b/\nserver/.env\n*.log\n',
      'test/tsconfig.json':
        '{"include":["../types","unit","../maintainers","../server/c"],"exclude":["../server/c/d.ts"]}',
      'maintainers/a.ts': '',
      'server/a.ts': '',
      'server/c/d.ts': '',
    }),
  )
  for (const path of ['maintainers/a.ts', 'server/c/d.ts']) tree.remove(path)
  withoutLostPatterns(tree)
  simplifyIgnoreFiles(tree)
  simplifyPrograms(tree)

  it('the patterns of files go where all that they matched has left, and stay where something is left or nothing ever was', () => {
    expect(tree.read('eslint.config.mjs')).toContain(
      "ignores: ['dist/', '**/*.md', 'server/{a,b}.ts', 'maintainers'],\n}",
    )
  })

  it('a program of TypeScript includes no folder that has left', () => {
    expect(JSON.parse(tree.read('test/tsconfig.json'))).toEqual({
      include: ['../types', 'unit'],
      exclude: [],
    })
  })

  it('the ignore files of git and the formatter name nothing in a folder that has left', () => {
    expect(tree.read('.gitignore')).toBe('dist/\nserver/\nserver/.env\n*.log\n')
  })

  it('the patterns of files go from the settings of the tools alone', () => {
    expect(tree.read('config/index.ts')).toBe(settings)
  })
})

describe('the script of CI of a project', () => {
  it('the script of CI runs the checks that a project has, and none of the template’s own', () => {
    const tree = openTree(projectOf({ '.ci/run': readFileSync('.ci/run', 'utf8') }))
    simplifyCi(tree)
    const commands = tree
      .read('.ci/run')
      .split('\n')
      .filter((line) => /^(npm|npx|apt)/.test(line))
    expect(commands).toEqual(['npm ci', 'npm run validate'])
    expect(tree.read('.ci/run')).not.toMatch(/maintainers|matrix|chromium/)
  })
})

describe('the rules for updates of packages', () => {
  it('the rules for updates name packages that the project has, or patterns of names', () => {
    const rules = [['@tarojs/**'], ['react', 'gone'], ['gone'], undefined]
    const packageRules = rules.map((matchPackageNames) => ({ matchPackageNames, enabled: false }))
    const tree = openTree(
      projectOf({
        'package.json': '{"dependencies":{"react":"18"},"devDependencies":{}}',
        'renovate.json': JSON.stringify({ packageRules }),
      }),
    )
    simplifyRenovate(tree)
    expect(JSON.parse(tree.read('renovate.json'))).toEqual({
      packageRules: [packageRules[0], packageRules[1], { enabled: false }],
    })
  })
})

describe('the scripts of a project', () => {
  const tree = openTree(projectOf({ 'scripts/a.ts': '', 'maintainers/b.ts': '' }))
  tree.remove('maintainers/b.ts')

  it('the scripts of a project lose those that run a file which has left, and those named, and calls of either', () => {
    const scripts = {
      a: 'tsx scripts/a.ts',
      b: 'tsx maintainers/b.ts',
      c: 'jest --config maintainers/b.ts && npm run a',
      web: 'taro build --type h5',
      all: 'npm run a && npm run b && npm run web && jest',
    }
    expect(keptScripts(tree, scripts, ['web'])).toEqual({
      a: 'tsx scripts/a.ts',
      all: 'npm run a && jest',
    })
  })
})
