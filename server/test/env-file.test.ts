import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServerProcess } from './kit/server-process'

it('the server takes its settings from the file that ENV_FILE names, and the environment goes before it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'env-'))
  const file = join(folder, 'settings')
  await writeFile(file, 'BAAS_CLIENT_ID=from-the-file\nHOST=no.such.host.invalid\n')
  const server = await startServerProcess({
    ENV_FILE: file,
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
  })
  const ask = (client: string) =>
    fetch(`${server.url}/hserve/v2.2/server/time/`, { headers: { 'x-hydrogen-client-id': client } })
  const statuses = [(await ask('from-the-file')).status, (await ask('starter-dev')).status]
  await server.stop()
  await rm(folder, { recursive: true })
  expect(statuses).toEqual([200, 400])
}, 120_000)
