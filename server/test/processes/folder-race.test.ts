import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const STARTS = 20
const ROUNDS = 5

const start = async (folder: string): Promise<ChildProcess> => {
  const child = fork(join(__dirname, 'hold-folder.ts'), [folder], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

const told = async (child: ChildProcess): Promise<string> => {
  const word = once(child, 'message')
  child.send('go')
  return String((await word)[0])
}

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

const onPosix = process.platform === 'win32' ? describe.skip : describe

onPosix('processes that want one data folder at the same moment', () => {
  let folder: string
  const children = new Set<ChildProcess>()
  beforeAll(async () => {
    // Longer than a socket's path may be.
    folder = await mkdtemp(join(tmpdir(), `race-${'x'.repeat(90)}-`))
  })
  afterAll(async () => {
    await Promise.all([...children].map(kill))
    await rm(folder, { recursive: true, force: true })
  })

  it('the processes that race for one data folder get one owner, also over the lock of a killed one, round after round', async () => {
    const started = await Promise.all(Array.from({ length: STARTS }, () => start(folder)))
    for (const child of started) children.add(child)
    for (let round = 1; round <= ROUNDS; round += 1) {
      const candidates = [...children]
      const words = await Promise.all(candidates.map(told))
      expect([round, words.filter((word) => word === 'owner')]).toEqual([round, ['owner']])
      const owner = candidates[words.indexOf('owner')]
      if (owner === undefined) continue
      await kill(owner)
      children.delete(owner)
    }
  }, 300_000)

  it('the owner of a data folder ends when the folder is removed beside it', async () => {
    const [owner, next] = [...children]
    if (owner === undefined || next === undefined) throw new Error('the race left none')
    expect(await told(owner)).toBe('owner')
    const lost = once(owner, 'message')
    await rm(join(folder, 'lock'), { recursive: true })
    expect(await lost).toEqual(['lost', undefined])
    expect(await told(next)).toBe('owner')
  }, 120_000)
})
