import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { loadCi } from '../../../scripts/upload/ci'
import { projectOf, removeProjects } from '../kit/project'

afterAll(removeProjects)

const faultOf = (loaded: Promise<unknown>): Promise<string> =>
  loaded.then(
    () => 'loaded',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )

describe('a machine without miniprogram-ci', () => {
  it('a machine without miniprogram-ci and without a network learns in one line what to set', async () => {
    const root = projectOf({ 'package.json': '{}', 'bin/npm': '#!/bin/sh\nexit 1\n' })
    chmodSync(join(root, 'bin/npm'), 0o755)
    const loaded = loadCi(root, { PATH: join(root, 'bin') }, () => Promise.resolve(true))
    expect(await faultOf(loaded)).toMatch(
      /^Nothing was uploaded: npm could not download .+ Set MINIPROGRAM_CI .+\.$/,
    )
  })

  it('a machine without miniprogram-ci where MINIPROGRAM_CI says it is names that path, in one line', async () => {
    const root = projectOf({ 'package.json': '{}' })
    const loaded = loadCi(root, { MINIPROGRAM_CI: 'no/such' }, () => Promise.resolve(true))
    expect(await faultOf(loaded)).toMatch(
      /^MINIPROGRAM_CI names .+such, which cannot be loaded: .*Cannot find module .+$/,
    )
  })
})
