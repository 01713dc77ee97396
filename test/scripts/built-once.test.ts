import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtOnce } from '../../scripts/build/built-once'

describe('a build that is kept', () => {
  let folder: string
  let builds: number
  const output = () => join(folder, 'dist')
  const build = async () => {
    builds += 1
    await mkdir(output(), { recursive: true })
    await writeFile(join(output(), 'a.js'), 'made')
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'built-once-'))
    builds = 0
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('a build is kept as long as neither its inputs nor what it made change', async () => {
    await builtOnce(output(), 'one', build)
    await builtOnce(output(), 'one', build)
    expect(builds).toBe(1)
    await builtOnce(output(), 'two', build)
    expect(builds).toBe(2)
    await writeFile(join(output(), 'a.js'), 'changed by hand')
    await builtOnce(output(), 'two', build)
    expect(builds).toBe(3)
  })

  it('a build that failed is run again, also where an older one had succeeded', async () => {
    await builtOnce(output(), 'one', build)
    const fails = () => Promise.reject(new Error('no memory'))
    await expect(builtOnce(output(), 'two', fails)).rejects.toThrow('no memory')
    await builtOnce(output(), 'one', build)
    expect(builds).toBe(2)
  })
})
