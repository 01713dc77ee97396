import { createHash } from 'node:crypto'
import { realpath, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartupFault } from '../settings/fault'

// The kernel's limit for a socket path is 104 bytes on macOS, 108 on Linux.
const LONGEST_SOCKET_PATH = 100

const socketPath = async (dataDir: string): Promise<string> => {
  const folder = await realpath(dataDir)
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 24)
  if (process.platform === 'win32') return `\\\\.\\pipe\\starter-${name}`
  const inside = join(folder, 'server.sock')
  return Buffer.byteLength(inside) <= LONGEST_SOCKET_PATH ? inside : join(tmpdir(), `${name}.sock`)
}

const listen = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(path, () => resolve(server.unref()))
  })

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/**
 * Holds `dataDir` for this process, because PGlite lets two processes open and ruin one folder.
 * The lock is a listening socket: unlike a pid file it dies with its process, so nothing has to be
 * cleaned up after a crash. Throws a `StartupFault` when another process holds it; gives the release.
 */
export const holdFolder = async (dataDir: string): Promise<() => Promise<void>> => {
  const path = await socketPath(dataDir)
  const takenFault = new StartupFault(
    `DATA_DIR ${dataDir} is in use by another server: stop that one, set DATA_DIR to another folder, or share a PostgreSQL through DATABASE_URL.`,
    'folder in use',
  )
  const server = await listen(path).catch(async () => {
    if (await answers(path)) throw takenFault
    await rm(path, { force: true })
    return listen(path).catch(() => {
      throw takenFault
    })
  })
  return () => new Promise((resolve) => server.close(() => resolve()))
}
