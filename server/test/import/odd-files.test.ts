import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { inArray } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { passwordMatches } from '../../src/security/password'
import { importServerForFile, lines } from './kit'

const { server, fileOf, pathOf, run } = importServerForFile()

let hashes = 0

const stored = (...ids: number[]) =>
  server.context.db.select().from(users).where(inArray(users.id, ids)).orderBy(users.id)

describe('an import of an odd file', () => {
  it('an import reads JSON lines that begin with a byte order mark and end as on Windows', async () => {
    const text = `\uFEFF${lines({ id: 1101 }, { id: 1102 })}`.replaceAll('\n', '\r\n')
    expect(await run(await fileOf(text))).toMatchObject({ imported: 2, problems: 0 })
  })

  it.each([
    ['NUL in a value', '{"nickname":"a\\u0000b"}'],
    ['NUL in a name', '{"a\\u0000":"b"}'],
    ['half a surrogate pair', '{"nickname":"\\ud800"}'],
    ['too much', JSON.stringify({ ...Array.from({ length: 100 }, () => 'x'.repeat(1_000)) })],
  ])(
    'an import leaves out a WeChat profile with %s, and takes its account',
    async (what, wechat) => {
      const openid = `profile-${what}`
      const text = `{"id":${1110 + what.length},"openid":"${openid}","_provider":{"wechat":${wechat}}}`
      expect(await run(await fileOf(text))).toMatchObject({
        imported: 1,
        first_problems: [{ field: 'the WeChat profile' }],
      })
    },
  )

  it('an import goes on after a line that nests deeper than a server recurses', async () => {
    const deep = `{"id":1140,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`
    const outcome = await run(await fileOf(deep + lines({ id: 1141 })))
    expect(outcome).toMatchObject({ imported: 1, refused: 1 })
  })

  it.each(['jsonl', 'csv'])(
    'an import refuses a folder that is called like a .%s file',
    async (kind) => {
      const path = pathOf(`folder.${kind}`)
      await mkdir(path)
      await expect(run(path)).rejects.toThrow('it is a folder')
    },
  )

  it.each([
    ['a quote that nothing closes', 'id,nickname\n1150,"a\n', 'CSV_QUOTE_NOT_CLOSED'],
    ['a cell too many', 'id,nickname\n1151,a,b\n', 'CSV_RECORD_INCONSISTENT_COLUMNS'],
  ])(
    'an import ends at CSV with %s, with the line and without its values',
    async (_, text, code) => {
      await expect(run(await fileOf(text, 'csv'))).rejects.toThrow(
        new RegExp(`^The CSV is broken at line \\d \\(${code}\\)`),
      )
    },
  )

  it('an import writes nothing at all when its report would replace a file', async () => {
    const out = pathOf('report')
    await writeFile(out, 'mine')
    const imported = run(await fileOf(lines({ id: 1160 })), true, out)
    await expect(imported).rejects.toThrow('Nothing was done')
    expect(await readFile(out, 'utf8')).toBe('mine')
    expect(await stored(1160)).toEqual([])
  })

  it('an import reports what it met until the file broke off', async () => {
    const out = pathOf('broken-report')
    const rows = Array.from({ length: 500 }, () => 'x,y\n').join('')
    await expect(run(await fileOf(`id,a\n${rows}1,"`, 'csv'), true, out)).rejects.toThrow('broken')
    expect((await readFile(out, 'utf8')).split('\n')).toHaveLength(501)
  })

  it.each([
    ['e-mail address', { id: 1170, email: 'odd@example.com' }],
    ['phone', { id: 1171, phone: '13711110171', phone_verified: true }],
    ['unionid', { id: 1172, unionid: 'union-1172' }],
  ])('an import knows an account again that has nothing but its %s', async (_, record) => {
    const path = await fileOf(lines(record))
    expect(await run(path)).toMatchObject({ imported: 1 })
    expect(await run(path)).toMatchObject({ imported: 0, already_there: 1, problems: 0 })
  })

  it('an import drops a claim on what a later record of the same file has verified', async () => {
    const phone = '13711110181'
    await run(await fileOf(lines({ id: 1181, phone }, { id: 1182, phone, phone_verified: true })))
    const [claimant, owner] = await stored(1181, 1182)
    expect(claimant?.phoneIndex).toBeNull()
    expect(owner?.phoneIndex).not.toBeNull()
  })

  it.each([
    'm=0,t=3,p=1$c29tZXNhbHRzb21l',
    'm=8,t=3,p=4$c29tZXNhbHRzb21l',
    'm=04096,t=3,p=1$c29tZXNhbHRzb21l',
    'm=4096,t=3,p=1$c29tZXNhbHRzb21lx',
  ])('an import takes no hash that argon2 refuses at the sign-in: %s', async (cost) => {
    const hash = `$argon2id$v=19$${cost}$${'A'.repeat(43)}`
    await expect(passwordMatches(hash, 'secret', { ipAddress: 'of a test' })).rejects.toThrow(/./)
    const outcome = await run(await fileOf(lines({ id: 1190 + hashes++, password_hash: hash })))
    expect(outcome).toMatchObject({ imported: 1, first_problems: [{ field: 'password_hash' }] })
  })
})
