import { execFile } from 'node:child_process'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a program of the server on a folder: its exit code and what it printed. */
const run = (program: string, args: readonly string[], dataDir: string) =>
  new Promise<{ code: unknown; output: string; errors: string }>((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', program, ...args],
      { cwd: SERVER, env: { ...process.env, ENV_FILE: '', DATA_DIR: dataDir } },
      (error, output, errors) => resolve({ code: error?.code ?? 0, output, errors }),
    )
  })

describe('a command without the database of a server', () => {
  let home: string
  let absent: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'commands-'))
    absent = join(home, 'data')
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  it.each([
    ['npm run rotate-keys', 'src/maintenance/rotate-keys.ts', []],
    ['npm run accounts', 'src/operator/main.ts', ['find', 'zoe']],
  ])(
    'a command without the database of a server creates none and ends with 1: %s',
    async (_command, program, args) => {
      const { code, output, errors } = await run(program, args, absent)
      expect([code, output]).toEqual([1, ''])
      expect(errors).toMatch(`There is no database in DATA_DIR ${absent}: set DATA_DIR`)
      await expect(access(absent)).rejects.toThrow('ENOENT')
    },
    60_000,
  )

  it('a command without the database of a server that is asked for its usage rotates no keys', async () => {
    const { code, output, errors } = await run('src/maintenance/rotate-keys.ts', ['--help'], absent)
    expect([code, output]).toEqual([1, ''])
    expect(errors).toMatch(/^rotate-keys takes no argument, and got "--help"/)
    await expect(access(absent)).rejects.toThrow('ENOENT')
  }, 60_000)
})
