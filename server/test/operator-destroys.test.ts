import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { auditEvents, users, wechatIdentities } from '../src/db/schema'
import { readCommandLine } from '../src/operator/command-line'
import { openServersDatabase } from '../src/operator/open-database'
import { runCommand } from '../src/operator/run-command'
import { serverForFile } from './kit/server-for-file'

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

describe('the database that the operator’s command opens', () => {
  it('is the server’s or none: an empty new one would answer that no one is there', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'accounts-'))
    await expect(openServersDatabase({ kind: 'embedded', dataDir })).rejects.toThrow(
      `There is no database in DATA_DIR ${dataDir}: set DATA_DIR`,
    )
    await rm(dataDir, { recursive: true })
  })
})

describe('what an operator destroys', () => {
  it.each(['block', 'end-sessions', 'unlink', 'erase'])(
    '%s asks for the id first, and does nothing without it',
    async (command) => {
      const { token, user } = await hand.signIn('zita')
      await expect(run(`${command} ${user.id}`)).rejects.toThrow('needs --yes')
      for (const typed of ['', 'yes', String(user.id + 1)])
        await expect(run(`${command} ${user.id}`, typed)).rejects.toThrow('Nothing was done')
      expect(asked).toHaveLength(3)
      expect(asked[0]).toContain(`Type ${user.id} to go on`)
      expect(await hand.read(user.id, token)).toMatchObject({ openid: hand.openid('zita') })
    },
  )

  it('goes when the id is typed, and the trail keeps who did it but not whose it was', async () => {
    const { user } = await hand.signIn('quentin')
    expect(await run(`erase ${user.id}`, `${user.id}\n`)).toMatchObject({ result: 'erased' })
    expect((await silent('quentin')).status).toBe(404)
    expect(await trailOf(user.id)).toEqual([])
    const trail = await server.context.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, 'erased'))
    expect(trail).toEqual([expect.objectContaining({ userId: null, actor: 'olga', ipAddress: '' })])
  })

  it('leaves an account a sign-in method when it takes WeChat away, unless forced', async () => {
    const { user } = await hand.signIn('rosa')
    await expect(run(`unlink ${user.id} --yes`)).rejects.toThrow('without a sign-in method')
    expect((await silent('rosa')).status).toBe(201)
    await run(`unlink ${user.id} --yes --force`)
    expect((await silent('rosa')).status).toBe(404)
    await expect(run(`unlink ${user.id} --yes`)).rejects.toThrow('No WeChat is linked')
    expect(await trailOf(user.id)).toContainEqual({ kind: 'unlinked_wechat', actor: 'olga' })
  })

  it('unlinks for good: sessions end, and the unionid brings nothing back', async () => {
    const { id, token } = await wellKnown('Sven', 'sven', '13720000002', 'sven@example.com')
    await run(`unlink ${id} --yes`)
    expect(await hand.read(id, token)).toBe(401)
    const again = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code: hand.code('sven'), create_user: false, login_with_unionid: true },
    })
    expect(again.status).toBe(404)
  })

  it('unlinks under one AppID and leaves the others', async () => {
    const { user } = await hand.signIn('tilda')
    await server.context.db.insert(wechatIdentities).values({
      appid: 'wx-other',
      openid: 'tilda-there',
      userId: user.id,
      createdAt: new Date(server.clock.now()),
    })
    await expect(run(`unlink ${user.id} --appid wx-third --yes`)).rejects.toThrow('this AppID')
    expect(await run(`unlink ${user.id} --appid wx-other --yes`)).toMatchObject({
      wechat: [{ openid: 'tilda-there' }],
    })
    expect((await silent('tilda')).body.user_info).toMatchObject({ id: user.id })
  })
})
