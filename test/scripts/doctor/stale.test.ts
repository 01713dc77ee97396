import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { readProject } from '../../../scripts/doctor/read-project'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const FILES = {
  'package.json': '{}',
  'project.config.json': '{}',
  'src/app.tsx': '',
}

describe('a bundle that is older than what it was made of', () => {
  it.each([
    ['.env.production', true],
    ['config/index.ts', true],
    ['README.md', false],
  ])(
    'the doctor reads of a bundle that is older than %s whether to build it again: %s',
    async (path, isStale) => {
      const root = projectOf({ ...FILES, 'dist/weapp/app.js': 'App()', [path]: '' })
      const built = new Date('2030-01-01')
      utimesSync(join(root, 'dist/weapp/app.js'), built, built)
      expect((await readProject(root)).isStale).toBe(false)
      const changed = new Date('2030-01-02')
      utimesSync(join(root, path), changed, changed)
      expect((await readProject(root)).isStale).toBe(isStale)
    },
  )
})
