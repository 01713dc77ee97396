import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startSimulator } from '../../../../simulator/index'
import { startServer } from '../../../src/start'
import { httpClient } from '../../kit/http-client'
import { migratedFolder } from '../../kit/migrated-folder'

const PASSWORD = 'correct horse battery'
const DELETE = '/ext/v1/account/delete/'

describe('the files of an embedded database', () => {
  it('the files of an embedded database hold nothing of a deleted account', async () => {
    const folder = await migratedFolder()
    const simulator = await startSimulator({ port: 0 })
    const server = await startServer({
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'silent',
      WECHAT_API_BASE: simulator.url,
    })
    const client = httpClient(server.url)
    const nickname = 'a-name-to-be-found-nowhere'
    const filesWith = async (text: string) => {
      const names = await readdir(folder, { recursive: true, withFileTypes: true })
      const paths = names
        .filter((each) => each.isFile())
        .map((each) => join(each.parentPath, each.name))
      const contents = await Promise.all(paths.map((path) => readFile(path)))
      return paths.filter((_path, i) => contents[i]?.includes(text))
    }
    const { body } = await client.call('POST', '/hserve/v2.1/register/username/', {
      body: { username: nickname, password: PASSWORD },
    })
    const token = String(body['token'])
    expect(await filesWith(nickname)).not.toEqual([])
    const erased = await client.call('POST', DELETE, { body: { password: PASSWORD }, token })
    expect(erased.status).toBe(200)
    await server.close()
    await simulator.close()

    expect(await filesWith(nickname)).toEqual([])
    await rm(folder, { recursive: true })
  }, 240_000)
})
