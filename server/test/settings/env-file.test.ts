import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadEnvFile } from '../../src/settings/env-file'
import { migratedFolder } from '../kit/migrated-folder'
import { startServerProcess } from '../kit/server-process'

it('the server takes its settings from the file that ENV_FILE names, and the environment goes before it', async () => {
  const folder = await migratedFolder()
  const file = join(folder, 'settings')
  await writeFile(file, 'BAAS_CLIENT_ID=from-the-file\nHOST=no.such.host.invalid\n')
  const server = await startServerProcess({
    ENV_FILE: file,
    HOST: '127.0.0.1',
    DATA_DIR: folder,
  })
  const ask = (client: string) =>
    fetch(`${server.url}/hserve/v2.2/server/time/`, { headers: { 'x-hydrogen-client-id': client } })
  const statuses = [(await ask('from-the-file')).status, (await ask('starter-dev')).status]
  await server.stop()
  await rm(folder, { recursive: true })
  expect(statuses).toEqual([200, 400])
}, 120_000)

describe('a file of settings', () => {
  const before = { ...process.env }
  afterEach(() => {
    process.env = { ...before }
  })

  it('a file of settings that ENV_FILE names and that is not there stops the start: without it a server would be one for development', () => {
    for (const file of ['/no/such/settings', tmpdir()]) {
      process.env['ENV_FILE'] = file
      expect(loadEnvFile).toThrow(`The settings in ${file} cannot be read (`)
    }
    process.env['ENV_FILE'] = ''
    expect(loadEnvFile).not.toThrow()
  })

  it('a file of settings may begin with a byte order mark, and changes nothing that is set', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'env-'))
    const file = join(folder, 'settings')
    await writeFile(file, '\ufeffFIRST_OF_FILE=1\r\nSECOND_OF_FILE="two words"\nTHIRD_OF_FILE=3\n')
    Object.assign(process.env, { ENV_FILE: file, THIRD_OF_FILE: '' })
    loadEnvFile()
    await rm(folder, { recursive: true })
    const { FIRST_OF_FILE, SECOND_OF_FILE, THIRD_OF_FILE } = process.env
    expect([FIRST_OF_FILE, SECOND_OF_FILE, THIRD_OF_FILE]).toEqual(['1', 'two words', ''])
  })
})
