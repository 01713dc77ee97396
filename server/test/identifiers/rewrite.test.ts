import { asc, eq, sql } from 'drizzle-orm'
import { rewriteIdentifiers } from '../../src/maintenance/rewrite-identifiers'
import { migrate } from '../../src/db/migrate'
import { openDatabase } from '../../src/db/open'
import { users } from '../../src/db/schema'
import { dataSteps, keptIdentifiers } from '../../src/db/schema-identifiers'
import { hashPassword } from '../../src/security/password'
import { openPhone, sealPhone } from '../../src/security/phone'
import { readSettings } from '../../src/settings/settings'
import { startServer } from '../../src/start'
import { openDesk, type Desk } from '../kit/desk'
import { emptyDatabase } from '../kit/empty-database'

const PASSWORD = 'correct horse battery'

let desk: Desk
let passwordHash: string
beforeAll(async () => {
  desk = await openDesk()
  passwordHash = await hashPassword(PASSWORD)
})
beforeEach(async () => {
  await desk.context.db.delete(users)
  await desk.context.db.update(dataSteps).set({ lastId: 0, doneAt: null })
})
afterAll(() => desk.close())

interface OldRow {
  readonly username?: string
  readonly email?: string
  readonly phone?: string
}

/** Adds accounts as the server of the version before wrote them. Returns their ids. */
const addOld = async (...rows: readonly OldRow[]): Promise<number[]> => {
  const at = new Date(desk.clock.now())
  const added = await desk.context.db
    .insert(users)
    .values(
      rows.map(({ username, email, phone }) => ({
        username: username ?? null,
        email: email ?? null,
        emailVerified: email !== undefined,
        ...(phone !== undefined && sealPhone(desk.context.vault, phone)),
        phoneVerified: phone !== undefined,
        passwordHash,
        createdAt: at,
        updatedAt: at,
      })),
    )
    .returning({ id: users.id })
  return added.map(({ id }) => id)
}

const rewrite = async (): Promise<string[]> => {
  const lines: string[] = []
  await rewriteIdentifiers(desk.context, (line) => void lines.push(line))
  return lines
}

const stored = async () => {
  const rows = await desk.context.db.select().from(users).orderBy(asc(users.id))
  return rows.map(({ username, usernameFolded, email, phoneSealed, phoneIndex }) => {
    const phone = phoneSealed && openPhone(desk.context.vault, phoneSealed)
    if (phone !== null) expect(phoneIndex).toBe(sealPhone(desk.context.vault, phone).phoneIndex)
    return { username, usernameFolded, email, phone }
  })
}

const signIn = async (kind: 'username' | 'email' | 'phone', value: string): Promise<unknown> => {
  const body = { [kind]: value, password: PASSWORD }
  const answer = await desk.call('POST', `/hserve/v2.1/login/${kind}/`, { body })
  return answer.status === 201 ? answer.body.id : answer.status
}

const signInBySms = async (phone: string): Promise<unknown> => {
  desk.clock.advance(60_000)
  await desk.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone } })
  const code = /\d{6}/.exec(desk.wechat.platform.outbox.sms().at(-1)?.text ?? '')?.[0]
  const answer = await desk.call('POST', '/hserve/v2.1/login/sms/', { body: { phone, code } })
  return answer.body.id
}

describe('identifiers of accounts from before', () => {
  it('come to their one form, once', async () => {
    await addOld(
      { username: 'Ｌin', email: 'lin@bücher.de', phone: '8613800138000' },
      { phone: '85261234567' },
      {},
      { username: 'ann', email: 'ann@x.com', phone: '13900139000' },
    )
    expect(await rewrite()).toEqual([])
    const after = await stored()
    expect(after).toEqual([
      {
        username: 'Ｌin',
        usernameFolded: 'lin',
        email: 'lin@xn--bcher-kva.de',
        phone: '13800138000',
      },
      { username: null, usernameFolded: null, email: null, phone: '+85261234567' },
      { username: null, usernameFolded: null, email: null, phone: null },
      { username: 'ann', usernameFolded: 'ann', email: 'ann@x.com', phone: '13900139000' },
    ])

    await addOld({ phone: '8613700137000' })
    await rewrite()
    expect(await stored()).toEqual([...after, expect.objectContaining({ phone: '8613700137000' })])
  })

  it('that come to the same form stay two accounts, told by their ids alone', async () => {
    const [first, canonical, third, latin, wide, umlaut, puny] = await addOld(
      { phone: '8613800138000' },
      { phone: '13800138000' },
      { phone: '+86013800138000' },
      { username: 'admin' },
      { username: 'Ａdmin' },
      { email: 'v@bücher.de' },
      { email: 'v@xn--bcher-kva.de' },
    )
    const lines = await rewrite()
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^1 of the old email .*: ${umlaut}$`)),
      expect.stringMatching(new RegExp(`^2 of the old phone .*: ${first}, ${third}$`)),
      expect.stringMatching(new RegExp(`^1 of the old username .*: ${wide}$`)),
    ])
    expect(lines.join('\n')).not.toMatch(/admin|138|cher/)

    expect(await signIn('phone', '8613800138000')).toBe(first)
    expect(await signIn('phone', '+86013800138000')).toBe(third)
    for (const phone of ['13800138000', '+8613800138000', '0086 13800138000'])
      expect(await signIn('phone', phone)).toBe(canonical)
    expect(await signInBySms('8613800138000')).toBe(first)
    expect(await signInBySms('+86 13800138000')).toBe(canonical)
    expect(await signIn('username', 'Ａdmin')).toBe(wide)
    expect(await signIn('username', 'ADMIN')).toBe(latin)
    expect(await signIn('email', 'V@Bücher.de')).toBe(umlaut)
    expect(await signIn('email', 'v@xn--bcher-kva.de')).toBe(puny)
  })

  it('that are malformed, or sealed with a lost key, stay as they are and still open the account', async () => {
    const [short, list, , lost] = await addOld(
      { phone: '12345' },
      { email: '0<v@x.com>' },
      { username: 'a\ufe0f' },
      { phone: '13800138000' },
    )
    await desk.context.db
      .update(users)
      .set({ phoneSealed: 'k0.AAAA' })
      .where(eq(users.id, lost ?? 0))
    expect(await rewrite()).toEqual([
      expect.stringMatching(new RegExp(`^1 of the old email .* malformed .*: ${list}$`)),
      expect.stringMatching(new RegExp(`^1 of the old phone .* malformed .*: ${short}$`)),
      expect.stringMatching(new RegExp(`^1 of the old phone .* DATA_KEYS .*: ${lost}$`)),
    ])
    expect(await signIn('phone', '12345')).toBe(short)
    expect(await signIn('email', '0<V@x.com>')).toBe(list)
    expect(await signIn('username', 'A\ufe0f')).toEqual(expect.any(Number))
  })

  it('are all found when the rewriting is interrupted, and by two processes at once', async () => {
    const ids = await addOld(
      ...Array.from({ length: 450 }, (_, at) => ({
        username: `User${at}`,
        phone: `86138${10_000_000 + at}`,
      })),
    )
    const [, last] = [...ids].reverse()
    await addOld({ username: 'uSER448' })
    const { db } = desk.context
    let batches = 0
    const dying = new Proxy(db, {
      get: (target, name) => {
        if (name === 'transaction' && (batches += 1) > 2) throw new Error('the process dies')
        return Reflect.get(target, name, target) as unknown
      },
    })
    await expect(
      rewriteIdentifiers({ ...desk.context, db: dying }, () => undefined),
    ).rejects.toThrow('the process dies')
    const unfolded = sql`username is not null and username_folded is null`
    expect(await db.$count(users, unfolded)).toBe(51)

    const lines = (await Promise.all([rewrite(), rewrite()])).flat()
    expect(lines.length).toBeGreaterThanOrEqual(1)
    expect(await db.$count(users, unfolded)).toBe(1)
    const kept = await db.select().from(keptIdentifiers)
    expect(kept).toEqual([{ userId: (last ?? 0) + 2, kind: 'username', reason: 'taken' }])
    const rows = await stored()
    expect(rows.filter(({ phone }) => phone?.startsWith('86'))).toEqual([])
  })

  it('are rewritten before a server answers, and its start tells the ids', async () => {
    const place = await emptyDatabase()
    const env = { ...place.env, PORT: '0', LOG_LEVEL: 'silent' }
    const { db, close } = await openDatabase(readSettings(env).database)
    await migrate(db)
    const at = new Date(0)
    const fields = { createdAt: at, updatedAt: at }
    const [, later] = await db
      .insert(users)
      .values([
        { username: 'Straße', ...fields },
        { username: 'STRASSE', ...fields },
      ])
      .returning({ id: users.id })
    await close()

    const steps: string[] = []
    const server = await startServer(env, { report: (step) => void steps.push(step) })
    await server.close()
    await place.remove()
    expect(steps.filter((step) => step.includes('username'))).toEqual([
      expect.stringMatching(new RegExp(`: ${later?.id}$`)),
    ])
  })
})
