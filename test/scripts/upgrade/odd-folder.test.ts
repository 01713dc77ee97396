import { spawnSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectOf, removeProjects } from '../kit/project'
import { repositoryIn, repositoryOf } from './repository'
import { templateOf } from './small-template'

afterAll(removeProjects)

describe('an upgrade in a folder of any name', () => {
  it('an upgrade in a folder whose name has signs of the shell merges JSON key by key, too', () => {
    const old = templateOf('1.0.0', {})
    const template = repositoryOf(old)
    const commit = template.git('rev-parse', 'HEAD')
    template.write(templateOf('1.1.0', {}))
    template.commit('Next')
    const root = join(projectOf({}), `$HOME's (1) "x" \`y\` & 茶`)
    for (const folder of ['upgrade', 'git']) {
      cpSync(join('scripts', folder), join(root, 'scripts', folder), { recursive: true })
    }
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
    const project = repositoryIn(root)
    project.write({
      // Beside the version, which the template changes: lines would be in conflict.
      'package.json': '{\n  "name": "ours",\n  "version": "1.0.0"\n}\n',
      'template.json': `{ "version": "1.0.0", "commit": "${commit}", "answers": {} }\n`,
      '.gitignore': 'node_modules\n',
    })
    project.git('init', '--quiet', '--initial-branch=main')
    project.commit('Begin')
    const args = ['--import', 'tsx', 'scripts/upgrade/main.ts', template.root]
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(project.read('package.json'))).toEqual({ name: 'ours', version: '1.1.0' })
  })
})
