import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { auditEvents, users, wechatIdentities } from '../src/db/schema'
import { readCommandLine } from '../src/operator/command-line'
import { printed } from '../src/operator/report'
import { runCommand } from '../src/operator/run-command'
import { serverForFile } from './kit/server-for-file'

const PHONE = '13720000001'
const EMAIL = 'wilma.fern@example.com'

const { server, hand } = serverForFile()
let asked: string[] = []
beforeEach(() => {
  asked = []
})

/** Runs a command as olga; `answer` is what she types when asked, null when there is no terminal. */
const run = (args: string, answer: string | null = null) => {
  const line = readCommandLine(args.split(' '))
  if (line === 'help') throw new Error('help is printed by the program')
  const ask = async (question: string) => {
    asked.push(question)
    return answer ?? ''
  }
  const operator = { context: server.context, name: 'olga', ask: answer === null ? null : ask }
  return runCommand(operator, line)
}
const output = async (args: string) => printed(await run(args), 'json')

const trailOf = (id: number) =>
  server.context.db
    .select({ kind: auditEvents.kind, actor: auditEvents.actor })
    .from(auditEvents)
    .where(eq(auditEvents.userId, id))
const silent = (person: string) =>
  server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
    body: { code: hand.code(person), create_user: false },
  })

/** An account with every kind of identifier: a username, an address, a number and a WeChat. */
const wellKnown = async (username: string, person: string, phone: string, email: string) => {
  const { token, user } = await hand.register(username)
  const link = { body: { code: hand.code(person), associate_with_unionid: true }, token }
  const linked = await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', link)
  await server.context.db.update(users).set({ email }).where(eq(users.id, user.id))
  const bound = await server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', {
    body: hand.phoneButton(person, phone),
    token: linked.body.token,
  })
  return { id: Number(user.id), token: String(bound.body.token) }
}

describe('the operator', () => {
  let wilma: { id: number; token: string }
  beforeAll(async () => {
    wilma = await wellKnown('Wilma', 'wilma', PHONE, EMAIL)
  })

  it.each([
    ['id', () => String(wilma.id)],
    ['openid', () => hand.openid('wilma')],
    ['phone', () => PHONE],
    ['phone', () => `+86${PHONE}`],
    ['email', () => 'Wilma.Fern@Example.com'],
    ['username', () => 'wILMA'],
  ])(
    'finds an account by its %s as a sign-in would, and shows no address or number whole',
    async (by, text) => {
      const found = await run(`find ${text()}`)
      expect(found).toMatchObject([
        { id: wilma.id, matched_by: by, phone: '*******0001', email: 'w***@example.com' },
      ])
    },
  )

  it('reports when no account is found, or an id belongs to none', async () => {
    await expect(run('find nobody')).rejects.toThrow('No account has this')
    await expect(run('show 1')).rejects.toThrow('No account has the id 1.')
    await expect(run('erase 1 --yes')).rejects.toThrow('No account has the id 1.')
  })

  it('sees an account masked; in full when asked for, which is written down', async () => {
    expect(await run(`show ${wilma.id}`)).toMatchObject({
      username: 'Wilma',
      email: 'w***@example.com',
      has_password: true,
      personal_data: 'masked; --reveal shows it',
      wechat: [{ openid: hand.openid('wilma') }],
    })
    expect(await trailOf(wilma.id)).not.toContainEqual(expect.objectContaining({ actor: 'olga' }))
    const whole = await run(`show ${wilma.id} --reveal`)
    expect(whole).toMatchObject({ email: EMAIL, phone: PHONE, phone_verified: true })
    expect(await trailOf(wilma.id)).toContainEqual({ kind: 'revealed', actor: 'olga' })
  })

  it('never sees a secret in what a command prints', async () => {
    const [row] = await server.context.db.select().from(users).where(eq(users.id, wilma.id))
    const [identity] = await server.context.db
      .select()
      .from(wechatIdentities)
      .where(eq(wechatIdentities.userId, wilma.id))
    const { rows } = await server.context.db.execute<{ token_hash: string }>(
      sql`select token_hash from sessions where user_id = ${wilma.id}`,
    )
    const secrets = [
      wilma.token,
      rows[0]?.token_hash,
      row?.passwordHash,
      row?.phoneSealed,
      row?.phoneIndex,
      identity?.sessionKeySealed,
      server.wechat.platform.sessionKeyOf('wilma', 'touristappid'),
    ]
    expect(secrets.every((secret) => typeof secret === 'string' && secret.length > 10)).toBe(true)
    const all = await Promise.all([
      output('find wilma'),
      output(`show ${wilma.id} --reveal`),
      output(`sessions ${wilma.id}`),
      output(`export ${wilma.id}`),
    ])
    for (const text of all) for (const secret of secrets) expect(text).not.toContain(secret)
  })

  it('sees where an account is signed in, and ends one session or all', async () => {
    const { token, user } = await hand.signIn('xaver')
    const other = await hand.signIn('xaver')
    const sessions = await run(`sessions ${user.id}`)
    expect(sessions).toMatchObject([{ login_method: 'wechat' }, { login_method: 'wechat' }])
    const stranger = '00000000-0000-4000-8000-000000000000'
    await expect(run(`end-sessions ${user.id} --session ${stranger} --yes`)).rejects.toThrow(
      'The account has no session of this id.',
    )
    const first = Array.isArray(sessions) ? sessions[0].id : ''
    expect(await run(`end-sessions ${user.id} --session ${first} --yes`)).toMatchObject({
      ended: 1,
    })
    expect(await run(`end-sessions ${user.id} --yes`)).toMatchObject({ ended: 1 })
    for (const each of [token, other.token]) expect(await hand.read(user.id, each)).toBe(401)
    expect(await trailOf(user.id)).toContainEqual({ kind: 'ended_sessions', actor: 'olga' })
  })

  it('blocks and unblocks, and a blocked account has no session to show', async () => {
    const { user } = await hand.signIn('yann')
    expect(await run(`block ${user.id} --yes`)).toMatchObject({ result: 'blocked' })
    expect(await run(`block ${user.id} --yes`)).toMatchObject({ result: 'was blocked' })
    expect(await run(`sessions ${user.id}`)).toEqual([])
    expect((await silent('yann')).status).toBe(403)
    expect(await run(`unblock ${user.id}`)).toMatchObject({ result: 'unblocked' })
    expect((await silent('yann')).status).toBe(201)
  })

  it('exports an account into a new file that no one else can read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'export-'))
    const file = join(folder, 'wilma.json')
    await run(`export ${wilma.id} --out ${file}`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ user: { id: wilma.id } })
    await expect(run(`export ${wilma.id} --out ${file}`)).rejects.toThrow('is there already')
    expect(await trailOf(wilma.id)).toContainEqual({ kind: 'exported', actor: 'olga' })
    await rm(folder, { recursive: true })
  })
})
