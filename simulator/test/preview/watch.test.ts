import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchFolder } from '../../preview/server/watch'

// Counted only.
jest.mock('node:fs/promises', () => {
  const files = jest.requireActual<typeof import('node:fs/promises')>('node:fs/promises')
  return { ...files, readdir: jest.fn(files.readdir) }
})

const SETTLED_MS = 5_000

let home: string
let folder: string
let end: () => void
let onSettled: () => void
let settled: number

/** Resolves at the next report of a rebuild; rejects when there is none in time. */
const nextReport = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('No rebuild was reported.')), SETTLED_MS)
    onSettled = () => {
      clearTimeout(late)
      resolve()
    }
  })

const build = async (text: string) => {
  await mkdir(join(folder, 'pages/home'), { recursive: true })
  await writeFile(join(folder, 'app.js'), text)
  await writeFile(join(folder, 'pages/home/index.js'), text)
}

const looks = () => jest.mocked(readdir).mock.calls.filter(([path]) => path === folder).length

/** Lets the watcher look once more from beginning to end: it knows then what is there now. */
const look = async () => {
  const wanted = looks() + 2
  while (looks() < wanted) await new Promise((resolve) => setTimeout(resolve, 20))
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'watch-'))
  folder = join(home, 'weapp')
  settled = 0
  onSettled = () => undefined
})
afterEach(async () => {
  end()
  await rm(home, { recursive: true, force: true })
})

const watch = async () => {
  end = watchFolder(folder, () => {
    settled += 1
    onSettled()
  })
  await look()
}

describe('a watched bundle', () => {
  it('a watched bundle is reported when it is built for the first time', async () => {
    await watch()
    const report = nextReport()
    await build('first')
    await report
  })

  it('a watched bundle is reported once for a build that removes and recreates the folder, and again for the next', async () => {
    await build('first')
    await watch()
    for (const text of ['second, longer', 'third']) {
      const report = nextReport()
      await rm(folder, { recursive: true })
      await build(text)
      await report
      await look()
    }
    expect(settled).toBe(2)
  })

  it('a watched bundle is reported when a folder takes its place in one step', async () => {
    await build('first')
    await watch()
    const first = folder
    folder = join(home, 'next')
    await build('second, longer')
    folder = first
    const report = nextReport()
    await rename(folder, join(home, 'old'))
    await rename(join(home, 'next'), folder)
    await report
  })

  it('a watched bundle is reported for a change deep in it, also in a folder that a build made', async () => {
    await build('first')
    await watch()
    let report = nextReport()
    await mkdir(join(folder, 'packages/more'), { recursive: true })
    await writeFile(join(folder, 'packages/more/index.js'), 'first')
    await report
    await look()
    report = nextReport()
    await writeFile(join(folder, 'packages/more/index.js'), 'second, longer')
    await report
  })

  it('a watched bundle is looked at seldom while nothing changes', async () => {
    await build('first')
    await watch()
    await look()
    await look()
    const before = looks()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(settled).toBe(0)
    // Each 80 ms would be twelve; to listen it reads the folder, too.
    expect(looks() - before).toBeLessThanOrEqual(4)
  })
})
