import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { auditEvents, wechatIdentities } from '../../src/db/schema'
import { openServersDatabase } from '../../src/db/open-existing'
import { operatorForFile } from '../kit/operator'

const { server, hand, asked, run, trailOf, silent, wellKnown } = operatorForFile()

describe('the database that the operator’s command opens', () => {
  it('the operator’s command opens the database of the server or none: an empty new one would answer that no one is there', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'accounts-'))
    const isNone = async () =>
      expect(openServersDatabase({ kind: 'embedded', dataDir })).rejects.toThrow(
        `There is no database in DATA_DIR ${dataDir}: set DATA_DIR`,
      )
    await isNone()
    // What a first start leaves that was killed while it made one.
    await mkdir(join(dataDir, 'pglite'))
    await isNone()
    await rm(dataDir, { recursive: true })
  })
})

describe('what an operator destroys', () => {
  it.each(['block', 'end-sessions', 'unlink', 'erase'])(
    'the operator’s command %s asks for the id first, and does nothing without it',
    async (command) => {
      const { token, user } = await hand.signIn('zita')
      await expect(run(`${command} ${user.id}`)).rejects.toThrow('needs --yes')
      for (const typed of ['', 'yes', String(user.id + 1)]) {
        await expect(run(`${command} ${user.id}`, typed)).rejects.toThrow('Nothing was done')
      }
      expect(asked).toHaveLength(3)
      expect(asked[0]).toContain(`Type ${user.id} to go on`)
      expect(await hand.read(user.id, token)).toMatchObject({ openid: hand.openid('zita') })
    },
  )

  it('an account goes when the operator types its id, and the trail keeps who did it but not whose account it was', async () => {
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

  it('the operator leaves an account a sign-in method when WeChat is taken away, unless forced', async () => {
    const { user } = await hand.signIn('rosa')
    await expect(run(`unlink ${user.id} --yes`)).rejects.toThrow('without a sign-in method')
    expect((await silent('rosa')).status).toBe(201)
    await run(`unlink ${user.id} --yes --force`)
    expect((await silent('rosa')).status).toBe(404)
    await expect(run(`unlink ${user.id} --yes`)).rejects.toThrow('No WeChat is linked')
    expect(await trailOf(user.id)).toContainEqual({ kind: 'unlinked_wechat', actor: 'olga' })
  })

  it('the operator unlinks WeChat for good: sessions end, and the unionid brings nothing back', async () => {
    const { id, token } = await wellKnown('Sven', 'sven', '13720000002', 'sven@example.com')
    await run(`unlink ${id} --yes`)
    expect(await hand.read(id, token)).toBe(401)
    const again = await server.call('POST', '/hserve/v2.5/idp/wechat/silent-login/', {
      body: { code: hand.code('sven'), create_user: false, login_with_unionid: true },
    })
    expect(again.status).toBe(404)
  })

  it('the operator unlinks WeChat under one AppID and leaves the others', async () => {
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
