import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { httpClient } from '../kit/http-client'
import { migratedFolder } from '../kit/migrated-folder'
import { startServerProcess, type ServerProcess } from '../kit/server-process'

const FAILING_CODE = pathToFileURL(join(__dirname, 'failing-code.mjs')).href

let dataDir: string
let server: ServerProcess
beforeEach(async () => {
  dataDir = await migratedFolder()
  server = await startServerProcess({
    DATA_DIR: dataDir,
    NODE_OPTIONS: `--import=${FAILING_CODE}`,
  })
}, 120_000)
afterEach(async () => {
  await server.kill()
  await rm(dataDir, { recursive: true, force: true })
})

const health = async () => (await httpClient(server.url).call('GET', '/healthz')).status

const logSays = async (words: string): Promise<void> => {
  while (!server.log().includes(words)) await health()
}

// Windows has no such signals.
const onPosix = process.platform === 'win32' ? describe.skip : describe

onPosix('a server process', () => {
  it('a server process lives on after a rejection that nothing waits for, and ends in order after an uncaught exception, with no message in its log', async () => {
    process.kill(server.pid, 'SIGUSR2')
    await logSays('unhandled rejection: {"type":"Error"')
    expect(await health()).toBe(200)

    process.kill(server.pid, 'SIGHUP')
    expect(await server.ended).toBe(1)
    expect(server.log()).toContain('uncaught exception, ending: {"type":"Error"')
    expect(server.log()).not.toContain('planted')
  }, 120_000)

  it('a server process answers and ends in order after what reads its output is gone', async () => {
    server.stopReading()
    expect(await health()).toBe(200)
    process.kill(server.pid, 'SIGUSR2')
    expect(await health()).toBe(200)
    process.kill(server.pid, 'SIGTERM')
    expect(await server.ended).toBe(0)
  }, 120_000)

  it('a server process ends at once at a second signal', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write('POST /files/ HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n')
    await health()
    process.kill(server.pid, 'SIGTERM')
    process.kill(server.pid, 'SIGINT')
    expect(await server.ended).toBe(1)
    expect(server.log()).toContain('again: ending at once')
    socket.destroy()
  }, 120_000)

  it('a server process ends at once and says why when its data folder is removed, instead of writing into what comes after it', async () => {
    await rm(join(dataDir, 'lock'), { recursive: true })
    expect(await server.ended).toBe(1)
    expect(server.log()).toContain('DATA_DIR, or the lock in it, was removed: ending at once')
  }, 120_000)
})
