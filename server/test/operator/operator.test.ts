import { eq, sql } from 'drizzle-orm'
import { users, wechatIdentities } from '../../src/db/schema'
import { printed } from '../../src/operator/report'
import { operatorForFile } from '../kit/operator'

const PHONE = '13720000001'
const EMAIL = 'wilma.fern@example.com'

const { server, hand, run, trailOf, silent, wellKnown } = operatorForFile()
const output = async (args: string) => printed(await run(args), 'json')

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
    'the operator finds an account by its %s as a sign-in would, and shows no address or number whole',
    async (by, text) => {
      const found = await run(`find ${text()}`)
      expect(found).toMatchObject([
        { id: wilma.id, matched_by: by, phone: '*******0001', email: 'w***@example.com' },
      ])
    },
  )

  it('the operator reports when no account is found, or an id belongs to none', async () => {
    await expect(run('find nobody')).rejects.toThrow('No account has this')
    await expect(run('show 1')).rejects.toThrow('No account has the id 1.')
    await expect(run('erase 1 --yes')).rejects.toThrow('No account has the id 1.')
  })

  it('the operator sees an account masked, and in full when asked for, which is written down', async () => {
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

  it('the operator never sees a secret in what a command prints', async () => {
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

  it('the operator sees where an account is signed in, and ends one session or all', async () => {
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

  it('the operator blocks and unblocks, and a blocked account has no session to show', async () => {
    const { user } = await hand.signIn('yann')
    expect(await run(`block ${user.id} --yes`)).toMatchObject({ result: 'blocked' })
    expect(await run(`block ${user.id} --yes`)).toMatchObject({ result: 'was blocked' })
    expect(await run(`sessions ${user.id}`)).toEqual([])
    expect((await silent('yann')).status).toBe(403)
    expect(await run(`unblock ${user.id}`)).toMatchObject({ result: 'unblocked' })
    expect((await silent('yann')).status).toBe(201)
  })
})
