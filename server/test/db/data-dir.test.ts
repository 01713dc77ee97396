import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../src/start'
import { faultOf } from '../kit/fault'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-dir-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the folder of the embedded database', () => {
  it('the folder of the embedded database is made by the first server, and held against a second', async () => {
    const env = { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' }
    const stepsOfStart = async () => {
      const steps: string[] = []
      const server = await startServer(env, { report: (step) => steps.push(step) })
      return { steps, server }
    }
    // What a start leaves that was killed while it made the database.
    await mkdir(join(env.DATA_DIR, 'pglite'), { recursive: true })
    const first = await stepsOfStart()
    expect(first.steps).toEqual([
      `creating the embedded database in ${env.DATA_DIR} (once, for about ten seconds)`,
      'migrating',
    ])
    expect(await faultOf(env)).toContain('is in use by another server: stop that one')
    await first.server.close()
    const second = await stepsOfStart()
    expect(second.steps).toEqual([`opening the embedded database in ${env.DATA_DIR}`, 'migrating'])
    await second.server.close()
  }, 120_000)

  it('the folder of the embedded database is refused when it cannot be used', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(await faultOf({ DATA_DIR: join(file, 'data') })).toMatch(
      /^DATA_DIR .*file\/data cannot be read and written \(ENOTDIR\): allow this user/,
    )
  })
})
