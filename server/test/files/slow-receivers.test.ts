import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { createSending } from '../../src/files/sending'
import { serverForFile } from '../kit/server-for-file'

// The database takes seconds to return so large a file.
jest.mock('../../src/files/store', () => {
  const size = 14 * 1024 * 1024
  return {
    ...jest.requireActual<object>('../../src/files/store'),
    findFile: async () => ({ mimeType: 'image/png', size }),
    loadFile: async () => ({ mimeType: 'image/png', bytes: Buffer.alloc(size) }),
  }
})

const { server } = serverForFile()
const ask = async () => {
  const reply = await server.app.inject('/files/any')
  return [reply.statusCode, reply.headers['retry-after']]
}

describe('files for receivers that do not take them', () => {
  it('the files for receivers that do not take them are limited for all together and for each, until they are closed', () => {
    const send = createSending({ most: 10, mostOfOne: 6 })
    const first = send('a', 4)
    expect(() => send('a', 3)).toThrow(expect.objectContaining({ errorCode: 'downloads_busy' }))
    const second = send('b', 5)
    expect(() => send('c', 2)).toThrow(/try again/)
    second()
    second()
    const third = send('c', 6)
    first()
    third()
    expect(() => send('a', 1_000)()).not.toThrow()
    send('a', 6)
  })

  it('the files for receivers that do not take them take no more than a share of the memory', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = server.app.server.address() as AddressInfo
    const idle: Socket[] = []
    for (let i = 0; i < 2; i++) {
      const socket = connect(port, '127.0.0.1')
      idle.push(socket)
      socket.write('GET /files/any HTTP/1.1\r\nHost: a\r\n\r\n')
      await once(socket, 'data')
      socket.pause()
    }
    expect(await ask()).toEqual([503, '1'])
    for (const socket of idle) socket.destroy()
    let answer = await ask()
    while (answer[0] === 503) {
      await new Promise((resolve) => setImmediate(resolve))
      answer = await ask()
    }
    expect(answer).toEqual([200, undefined])
  })

  it('the files for receivers that take them are not counted any more', async () => {
    for (let i = 0; i < 4; i++) expect(await ask()).toEqual([200, undefined])
  })
})
