import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../system-error-code'

// The kernel's limit for a socket path is 104 bytes on macOS, 108 on Linux.
const LONGEST_SOCKET_PATH = 100
const ANSWER_MS = 2_000

/** Runs `use` with a path of `name` in `folder` that is short enough for a socket, by a symbolic link if need be. */
const withShortPath = async <T>(
  folder: string,
  name: string,
  use: (path: string) => Promise<T>,
): Promise<T> => {
  const path = join(folder, name)
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return use(path)
  const temporary = await mkdtemp(join(tmpdir(), 'lock-'))
  try {
    await symlink(folder, join(temporary, 'd'))
    return await use(join(temporary, 'd', name))
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

const listen = (path: string): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(path, () => resolve(server.unref()))
  })

const connects = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    const socket = connect(path, () => settle(true))
    socket.setTimeout(ANSWER_MS, () => settle(true))
    // Refused: its process has ended. Any other error, a full backlog for example, proves nothing.
    socket.once('error', (error) =>
      settle(!['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(errorCode(error) ?? '')),
    )
  })

/** Listens on the socket `name` in `folder`. Resolves to what closes and removes it. */
export const listenIn = async (folder: string, name: string): Promise<() => Promise<void>> => {
  const server = await withShortPath(folder, name, listen)
  return async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await rm(join(folder, name), { force: true })
  }
}

/** Whether a process that lives listens on the socket `name` in `folder`. The kernel knows, even after kill -9. */
export const isListenedTo = (folder: string, name: string): Promise<boolean> =>
  withShortPath(folder, name, connects)

/** Holds a named pipe, which exists once and ends with its process on Windows. Rejects while another has it. */
export const listenOnPipe = async (name: string): Promise<() => Promise<void>> => {
  const server = await listen(`\\\\.\\pipe\\${name}`)
  return () => new Promise((resolve) => server.close(() => resolve()))
}
