import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { operatorForFile } from '../kit/operator'

const { server, run, trailOf, wellKnown } = operatorForFile()
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'))
  file = join(folder, 'account.json')
})
afterEach(() => rm(folder, { recursive: true }))

describe('an export by the operator', () => {
  it('the operator exports an account into a new file that no one else can read', async () => {
    const { id } = await wellKnown('Wilma', 'wilma', '13720000001', 'wilma.fern@example.com')
    await run(`export ${id} --out ${file}`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ user: { id } })
    await expect(run(`export ${id} --out ${file}`)).rejects.toThrow('is there already')
    expect(await trailOf(id)).toContainEqual({ kind: 'exported', actor: 'olga' })
  })

  it('an export that the operator cannot have whole leaves no file behind', async () => {
    const { id } = await wellKnown('Xenia', 'xenia', '13720000003', 'xenia@example.com')
    const elsewhere = join(folder, 'missing', 'account.json')
    await expect(run(`export ${id} --out ${elsewhere}`)).rejects.toThrow('(ENOENT)')
    const { db } = server.context
    const select = db.select.bind(db)
    const lose = jest.spyOn(db, 'select').mockImplementation((fields?: unknown) => {
      if (existsSync(file)) throw new Error('The connection was lost.')
      return select(fields as never) as never
    })
    await expect(run(`export ${id} --out ${file}`)).rejects.toThrow('was lost')
    lose.mockRestore()
    expect(existsSync(file)).toBe(false)
  })
})
