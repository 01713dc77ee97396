import { readFile } from 'node:fs/promises'
import { eq, sql } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { sealPhone } from '../../src/security/phone'
import { importServerForFile, lines } from './kit'

const { server, hand, fileOf, pathOf, run } = importServerForFile()
const countUsers = async () => {
  const { rows } = await server.context.db.execute<{ n: number }>(
    sql`select count(*)::int as n from users`,
  )
  return rows[0]?.n ?? -1
}

let moments = 0

describe('an import', () => {
  it('an import writes nothing as a dry run, and reports what it would do', async () => {
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

  it('an import goes on where it was cut short, and changes nothing when it is run again', async () => {
    const people = Array.from({ length: 1_200 }, (_, i) => ({
      id: 800_000 + i,
      username: `many-${i}`,
      created_at: 1_600_000_000 + i,
    }))
    const first = await fileOf(lines(...people.slice(0, 700)))
    const whole = await fileOf(lines(...people))
    expect(await run(first)).toMatchObject({ imported: 700 })
    await server.context.db.execute(
      sql`update users set nickname = 'changed since' where id = 800001`,
    )
    expect(await run(whole)).toMatchObject({ imported: 500, already_there: 700, problems: 0 })
    expect(await run(whole)).toMatchObject({ imported: 0, already_there: 1_200, refused: 0 })
    const { rows } = await server.context.db.execute(
      sql`select nickname from users where id = 800001`,
    )
    expect(rows).toEqual([{ nickname: 'changed since' }])
  })

  it('an import takes no identifier of another account, whether it is here already or stands in the file before', async () => {
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
    const report = pathOf('report.jsonl')
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
    for (const value of ['same@example.com', 'Taken-Name', hand.openid('owner'), '3000']) {
      expect(JSON.stringify(told)).not.toContain(value)
    }
    expect((await hand.signIn('owner')).user.id).toBe(owner.id)
  })

  it('an import takes a claimed identifier for no more than a claim, and drops the claims of others on a verified one', async () => {
    const { token, user } = await hand.signIn('claims-it')
    await server.call('PUT', '/hserve/v2.2/user/account/', {
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
    const { rows } = await server.context.db.execute(
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

  it('an import drops what others typed in the place of an address and number of their own, once it brings their owner', async () => {
    const { user } = await hand.signIn('waits-for-it')
    const { context } = server
    const { phoneSealed, phoneIndex } = sealPhone(context.vault, '13730000012')
    const verified = { email: 'own@example.com', emailVerified: true }
    const typed = {
      nextEmail: 'theirs@example.com',
      nextPhoneSealed: phoneSealed,
      nextPhoneIndex: phoneIndex,
    }
    const isUser = eq(users.id, user.id)
    await context.db
      .update(users)
      .set({ ...verified, ...typed })
      .where(isUser)
    const their = { email: 'theirs@example.com', email_verified: true }
    const path = await fileOf(
      lines({ id: 953, ...their, phone: '13730000012', phone_verified: true }),
    )
    expect(await run(path)).toMatchObject({ imported: 1, problems: 0 })
    const [row] = await context.db.select().from(users).where(isUser)
    const dropped = { nextEmail: null, nextPhoneSealed: null, nextPhoneIndex: null }
    expect(row).toMatchObject({ ...verified, ...dropped })
  })

  it.each([
    ['', 'is no JSON object'],
    ['[1]\n"text"\nnull\n{"id":\n', 'is no JSON object'],
    [
      lines({ id: 'x' }, { id: -1 }, { id: 1.5 }, { id: 900_000_000_000_001 }),
      'is missing, malformed or too large',
    ],
  ])('an import refuses lines that are no people: %j', async (text, reason) => {
    const outcome = await run(await fileOf(text))
    expect(outcome['imported']).toBe(0)
    for (const problem of outcome['first_problems'] as { reason: string }[]) {
      expect(problem.reason).toBe(reason)
    }
    expect(outcome['refused']).toBe(outcome['read'])
  })

  it('an import keeps what of a record can be stored, whatever else stands in it', async () => {
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
    expect(await run(path)).toMatchObject({ imported: 1, problems: 8 })
  })

  it.each(['+123456-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '0000-01-01', 99_999_999_999_999])(
    'an import takes an account whose moment %p the database cannot hold as made today',
    async (created_at) => {
      const id = 982 + moments++
      const path = await fileOf(lines({ id, created_at, updated_at: created_at }))
      expect(await run(path)).toMatchObject({ imported: 1 })
    },
  )

  it('an import leaves ids that were given out given out, wherever their sequence is', async () => {
    const { db } = server.context
    const nextId = async () => {
      const { rows } = await db.execute<{ id: number }>(sql`
        select nextval(pg_get_serial_sequence('users', 'id'))::float8 as id`)
      return rows[0]?.id ?? 0
    }
    await db.execute(sql`alter sequence users_id_seq rename to numbers_of_users`)
    const before = await nextId()
    expect(await run(await fileOf(lines({ id: 1001 })))).toMatchObject({ imported: 1 })
    expect(await nextId()).toBe(before + 1)
  })

  it('an import reads no other kind of file, and no file that is not there', async () => {
    await expect(run(await fileOf('', 'xlsx'))).rejects.toThrow('JSON lines')
    await expect(run(pathOf('nowhere.jsonl'))).rejects.toThrow('ENOENT')
  })
})
