import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectOf, removeProjects } from './kit/project'

afterAll(removeProjects)

describe('the settings of Jest', () => {
  it('the settings of Jest find the tests of a project in a folder of any name, and none of what is built', () => {
    const root = join(projectOf({}), '茶 铺 (1) [x] !{y} $z')
    for (const folder of ['test/scripts', '.cache/test/scripts']) {
      mkdirSync(join(root, folder), { recursive: true })
    }
    writeFileSync(join(root, 'test/scripts/a.test.ts'), '')
    writeFileSync(join(root, '.cache/test/scripts/b.test.ts'), '')
    cpSync('jest.config.mjs', join(root, 'jest.config.mjs'))
    writeFileSync(join(root, 'package.json'), '{}')
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    const { stdout } = spawnSync(
      process.execPath,
      [resolve('node_modules/jest/bin/jest.js'), '--listTests'],
      { cwd: root, encoding: 'utf8' },
    )
    expect(stdout.trim()).toBe(join(root, 'test/scripts/a.test.ts'))
  })
})
