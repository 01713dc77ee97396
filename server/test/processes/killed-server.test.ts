import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { findIsolation } from '../../src/functions/isolation'

const SERVER = join(__dirname, '../..')

const isAlive = (pid: number): Promise<boolean> =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    // Field 3: a zombie runs nothing any more, it only was not asked for its exit code.
    (stat) => !/\) Z /.test(stat),
    () => false,
  )

const endOf = async (pid: number): Promise<void> => {
  while (await isAlive(pid)) await setImmediate()
}

const childrenOf = async (pid: number): Promise<readonly number[]> => {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}

// What starts a run may stay between the server and the run.
const runOf = async (pid: number): Promise<number> => {
  const child = (await childrenOf(pid)).at(-1)
  return child === undefined ? pid : runOf(child)
}

const endRun = async (pid: number) => {
  if (await isAlive(pid)) process.kill(pid, 'SIGKILL')
}

// Other systems have no /proc to see it in, and grant runs nothing (starter.ts).
const onLinux = process.platform === 'linux' ? describe : describe.skip

onLinux('a server that is killed with a function in an endless loop', () => {
  it('a killed server takes a function in an endless loop along, where the machine grants that', async () => {
    const { gaps } = await findIsolation()
    const folder = await mkdtemp(join(tmpdir(), 'function-'))
    const file = join(folder, 'index.js')
    await writeFile(file, 'exports.main = () => { BaaS.wechat.updateUserInfo(1, {}); for (;;); }')
    const server = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/processes/run-and-wait.ts', file],
      { cwd: SERVER, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await once(server.stdout, 'data')
    const run = await runOf(Number(server.pid))
    expect(await isAlive(run)).toBe(true)

    server.kill('SIGKILL')
    await once(server, 'close')
    if (!gaps.includes('outliving')) await endOf(run)
    else expect(await isAlive(run)).toBe(true)
    await endRun(run)
    await rm(folder, { recursive: true })
  })
})
