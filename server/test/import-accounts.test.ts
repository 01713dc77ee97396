import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { importAccounts } from '../src/operator/import/import-accounts'
import { hashPassword } from '../src/security/password'
import { openDesk, type Desk } from './kit/desk'
import { phoneInHand, type PhoneInHand } from './kit/phone-in-hand'

let desk: Desk
let hand: PhoneInHand
let folder: string
beforeAll(async () => {
  desk = await openDesk()
  hand = phoneInHand(desk)
  folder = await mkdtemp(join(tmpdir(), 'import-'))
}, 120_000)
afterAll(async () => {
  await desk.close()
  await rm(folder, { recursive: true })
})

let files = 0
const fileOf = async (text: string, kind = 'jsonl'): Promise<string> => {
  files += 1
  const path = join(folder, `${files}.${kind}`)
  await writeFile(path, text)
  return path
}
const lines = (...records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')
const run = async (path: string, write = true, out: string | null = null) =>
  importAccounts({ context: desk.context, name: 'olga', ask: null }, path, { write, out })
const login = (username: string, password: string) =>
  desk.call('POST', '/hserve/v2.1/login/username/', { body: { username, password } })
const countUsers = async () => {
  const { rows } = await desk.context.db.execute<{ n: number }>(
    sql`select count(*)::int as n from users`,
  )
  return rows[0]?.n ?? -1
}

describe('people of another backend', () => {
  it('sign in to their ids, with profile, custom fields, verified phone and the password they had', async () => {
    const path = await fileOf(
      lines({
        id: 36_619_000_001,
        openid: hand.openid('moved-ann'),
        unionid: hand.unionid('moved-ann'),
        _username: 'moved-ann',
        _email: 'ann@example.com',
        _email_verified: true,
        _phone: '13730000001',
        _phone_verified: true,
        password_hash: await hashPassword('correct horse battery'),
        nickname: '安',
        gender: 2,
        created_at: 1_600_000_000,
        pet: 'cat',
        _provider: { wechat: { nickname: 'Ann W', openid: 'not kept twice' } },
      }),
    )
    expect(await run(path)).toMatchObject({ read: 1, imported: 1, refused: 0, problems: 0 })
    const { user, token } = await hand.signIn('moved-ann')
    expect(user).toMatchObject({
      id: 36_619_000_001,
      _username: 'moved-ann',
      _email: 'ann@example.com',
      _email_verified: true,
      _phone: '13730000001',
      _phone_verified: true,
      nickname: '安',
      gender: 2,
      created_at: 1_600_000_000,
      pet: 'cat',
      _provider: { wechat: { nickname: 'Ann W', openid: hand.openid('moved-ann') } },
    })
    expect((await login('moved-ann', 'correct horse battery')).body.user_id).toBe(user.id)
    const { body } = await desk.call('GET', '/ext/v1/account/export/', { token })
    expect(body.audit[0]).toMatchObject({ kind: 'imported', by_operator: true })
    // Accounts that are made now come after them.
    expect((await hand.signIn('newcomer')).user.id).toBeGreaterThan(36_619_000_001)
  })

  it('come from CSV as well, with quotes, line breaks and columns of their own', async () => {
    const path = await fileOf(
      '\uFEFFid,openid,username,phone,phone_verified,nickname,level\r\n' +
        `501,${hand.openid('moved-bea')},moved-bea,13730000002,1,"Bea, ""B""\nline two",7\r\n` +
        '502,,moved-bob,,,,\r\n',
      'csv',
    )
    expect(await run(path)).toMatchObject({ read: 2, imported: 2, problems: 0 })
    expect((await hand.signIn('moved-bea')).user).toMatchObject({
      id: 501,
      nickname: 'Bea, "B"\nline two',
      level: '7',
      _phone_verified: true,
    })
  })

  it('without a password hash of argon2 set a new one by their verified address', async () => {
    const bcrypt = '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW'
    const dear =
      '$argon2id$v=19$m=999999,t=9,p=4$c29tZXNhbHRzb21l$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const path = await fileOf(
      lines(
        {
          id: 601,
          username: 'moved-cat',
          email: 'cat@example.com',
          email_verified: true,
          password_hash: bcrypt,
        },
        { id: 602, username: 'moved-dan', password_hash: dear },
      ),
    )
    expect(await run(path)).toMatchObject({ imported: 2, problems: 2 })
    expect((await login('moved-cat', 'anything at all')).body.error_code).toBe('wrong_credentials')
    await desk.call('POST', '/hserve/v2.0/user/password/reset/', {
      body: { email: 'cat@example.com' },
    })
    await desk.context.background.settled()
    const link = /#(\S+)/.exec(desk.wechat.platform.outbox.mails().at(-1)?.text ?? '')?.[1]
    const body = { token: link, password: 'a horse of my own' }
    expect((await desk.call('POST', '/ext/v1/email/reset/', { body })).status).toBe(200)
    expect((await login('moved-cat', 'a horse of my own')).body.user_id).toBe(601)
  })
})

describe('an import', () => {
  it('writes nothing as a dry run, and tells what it would do', async () => {
    const path = await fileOf(
      lines({ id: 701, username: 'dry-eve' }, { id: 701 }, { username: 'no id' }),
    )
    const before = await countUsers()
    const dry = await run(path, false)
    expect(dry).toMatchObject({ read: 3, imported: 1, refused: 2 })
    expect(await countUsers()).toBe(before)
    expect(await run(path)).toMatchObject({ read: 3, imported: 1, refused: 2 })
    expect(await countUsers()).toBe(before + 1)
  })

  it('goes on where it was cut short, and changes nothing when it is run again', async () => {
    const people = Array.from({ length: 1_200 }, (_, i) => ({
      id: 800_000 + i,
      username: `many-${i}`,
      created_at: 1_600_000_000 + i,
    }))
    const first = await fileOf(lines(...people.slice(0, 700)))
    const whole = await fileOf(lines(...people))
    expect(await run(first)).toMatchObject({ imported: 700 })
    await desk.context.db.execute(
      sql`update users set nickname = 'changed since' where id = 800001`,
    )
    expect(await run(whole)).toMatchObject({ imported: 500, already_there: 700, problems: 0 })
    expect(await run(whole)).toMatchObject({ imported: 0, already_there: 1_200, refused: 0 })
    const { rows } = await desk.context.db.execute(
      sql`select nickname from users where id = 800001`,
    )
    expect(rows).toEqual([{ nickname: 'changed since' }])
  })

  it('takes no identifier of another account, whether it is here already or stands in the file before', async () => {
    const { user: owner } = await hand.signIn('owner')
    await hand.register('taken-name')
    const path = await fileOf(
      lines(
        { id: owner.id, username: 'thief-of-an-id' },
        { id: 901, openid: hand.openid('owner') },
        { id: 902, username: 'Taken-Name', nickname: 'kept' },
        { id: 903, email: 'same@example.com', email_verified: true },
        { id: 904, email: 'same@example.com', email_verified: true },
        { id: 905, phone: '13730000009', phone_verified: true },
        { id: 906, phone: '+86 137 3000 0009', phone_verified: true },
      ),
    )
    const report = join(folder, 'report.jsonl')
    expect(await run(path, true, report)).toMatchObject({ imported: 5, refused: 2, problems: 5 })
    const told = (await readFile(report, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(told.map(({ line, field }) => [line, field])).toEqual([
      [1, 'id'],
      [2, 'openid'],
      [3, 'username'],
      [5, 'email'],
      [7, 'phone'],
    ])
    for (const value of ['same@example.com', 'Taken-Name', hand.openid('owner'), '3000'])
      expect(JSON.stringify(told)).not.toContain(value)
    expect((await hand.signIn('owner')).user.id).toBe(owner.id)
  })

  it('takes a claimed identifier for no more than a claim, and drops the claims of others on a verified one', async () => {
    const { token, user } = await hand.signIn('claims-it')
    await desk.call('PUT', '/hserve/v2.2/user/account/', {
      body: { email: 'mine@example.com' },
      token,
    })
    const path = await fileOf(
      lines(
        { id: 951, email: 'mine@example.com', email_verified: true },
        { id: 952, phone: '13730000011' },
      ),
    )
    expect(await run(path)).toMatchObject({ imported: 2, problems: 0 })
    const { rows } = await desk.context.db.execute(
      sql`select id::float8 as id, email, email_verified, phone_verified from users where id in (951, 952, ${user.id}) order by 1`,
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { id: 951, email: 'mine@example.com', email_verified: true, phone_verified: false },
        { id: 952, email: null, email_verified: false, phone_verified: false },
        { id: user.id, email: null, email_verified: false, phone_verified: false },
      ]),
    )
  })

  it.each([
    ['', 'is no JSON object'],
    ['[1]\n"text"\nnull\n{"id":\n', 'is no JSON object'],
    [lines({ id: 'x' }, { id: -1 }, { id: 1.5 }, { id: 1e15 }), 'is missing or malformed'],
  ])('refuses lines that are no people: %j', async (text, reason) => {
    const outcome = await run(await fileOf(text))
    expect(outcome['imported']).toBe(0)
    for (const problem of outcome['first_problems'] as { reason: string }[])
      expect(problem.reason).toBe(reason)
    expect(outcome['refused']).toBe(outcome['read'])
  })

  it('keeps what of a record can be stored, whatever else stands in it', async () => {
    const path = await fileOf(
      lines({
        id: 981,
        username: 'a b',
        phone: 'not a phone',
        email: 'no address',
        nickname: 'NUL \u0000',
        gender: 9,
        created_at: 'some day',
        huge: 'x'.repeat(20_000),
        openid: 'o'.repeat(500),
      }),
    )
    expect(await run(path)).toMatchObject({ imported: 1, problems: 5 })
  })

  it('reads no other kind of file, and no file that is not there', async () => {
    await expect(run(await fileOf('', 'xlsx'))).rejects.toThrow('JSON lines')
    await expect(run(join(folder, 'nowhere.jsonl'))).rejects.toThrow('ENOENT')
  })
})
