import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '../../scripts/build/fingerprint'
import { projectOf, removeProjects } from './kit/project'

afterAll(removeProjects)

describe('the fingerprint that decides whether the bundle is built again', () => {
  const folder = projectOf({})
  const file = join(folder, 'a.ts')

  it('the fingerprint of a bundle changes with content and with names, and with nothing else', () => {
    writeFileSync(file, 'one')
    const before = fingerprint([folder])
    expect(fingerprint([folder])).toBe(before)

    writeFileSync(file, 'two')
    const changed = fingerprint([folder])
    expect(changed).not.toBe(before)

    renameSync(file, join(folder, 'b.ts'))
    expect(fingerprint([folder])).not.toBe(changed)
  })

  it('the fingerprint of a bundle treats what is missing as empty', () => {
    expect(fingerprint([join(folder, 'nowhere')])).toBe(fingerprint([]))
  })
})
