import { eq } from 'drizzle-orm'
import { wechatIdentities } from '../../../src/db/schema'
import { serverForFile } from '../../kit/server-for-file'

const PASSWORD = 'correct horse battery'
const PROFILE = '/hserve/v2.6/idp/wechat/user/info/'
const ANONYMOUS = '/hserve/v2.0/login/anonymous/'
const REGISTER = '/hserve/v2.1/register/username/'
const LOGIN = '/hserve/v2.1/login/username/'
const LINK = '/hserve/v2.4/idp/wechat/user-associate/'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })

/** Adds an identity of this user under another mini-program, as a second server on the same database would. */
const addForeignIdentity = (userId: number, openid: string, appid = 'wxanother000000001') =>
  server.context.db.insert(wechatIdentities).values({
    appid,
    openid,
    userId,
    createdAt: new Date(server.clock.now()),
  })

describe('a WeChat profile that is stored', () => {
  it('a stored WeChat profile changes its owner, and no other account', async () => {
    const [alice, ben] = [await hand.signIn('alice'), await hand.signIn('ben')]
    const body = { ...hand.profile('alice'), update_userprofile: 'overwrite' }
    const before = await hand.read(ben.user.id, ben.token)
    const answer = await server.call('PUT', PROFILE, { body, token: alice.token })

    expect(answer.body).toMatchObject({
      nickname: 'alice',
      _provider: { wechat: { nickname: 'alice' } },
    })
    expect(await hand.read(ben.user.id, ben.token)).toEqual(before)
  })
})

describe('an anonymous user who registers', () => {
  it('an anonymous user who registers becomes the account alone: other anonymous users stay what they are', async () => {
    const [first, second] = [(await post(ANONYMOUS, {})).body, (await post(ANONYMOUS, {})).body]
    const body = { username: 'carla', password: PASSWORD }
    expect((await post(REGISTER, body, first.token)).body).toMatchObject({ id: first.id })

    expect(await hand.read(second.id, second.token)).toMatchObject({
      _anonymous: true,
      _username: null,
    })
    const later = { username: 'clara', password: PASSWORD }
    expect((await post(REGISTER, later, second.token)).body).toMatchObject({ id: second.id })
  })
})

describe('an account with identities under two AppIDs', () => {
  it('an account under two AppIDs shows the openid of ours, whichever way it was opened', async () => {
    const { token, user } = await hand.register('dora')
    await addForeignIdentity(user.id, 'foreign-openid-of-dora')
    expect(await hand.read(user.id, token)).toMatchObject({ openid: null })

    const linked = await post(LINK, { code: hand.code('dora') }, token)
    expect(linked.status).toBe(200)
    const ours = { openid: hand.openid('dora') }
    const byPassword = (await post(LOGIN, { username: 'dora', password: PASSWORD })).body
    expect(byPassword).toMatchObject(ours)
    expect(await hand.read(user.id, byPassword.token)).toMatchObject(ours)
    expect((await hand.signIn('dora')).user).toMatchObject({ id: user.id, ...ours })
  })

  it('an account under two AppIDs is not opened by an openid that it has under the other one', async () => {
    const { user } = await hand.register('emil')
    await addForeignIdentity(user.id, hand.openid('emil'))
    expect((await hand.signIn('emil')).user.id).not.toBe(user.id)
  })

  it('an account under two AppIDs keeps a WeChat profile under the one that asked', async () => {
    const { token, user } = await hand.signIn('fay')
    await addForeignIdentity(user.id, hand.openid('fay'))
    const body = { ...hand.profile('fay'), update_userprofile: 'overwrite' }
    await server.call('PUT', PROFILE, { body, token })

    const exported = (await server.call('GET', '/ext/v1/account/export/', { token })).body
    const profiles = exported.wechat.map(
      ({ appid, profile }: { appid: string; profile: object }) => [appid, Object.keys(profile)],
    )
    expect(profiles).toContainEqual(['wxanother000000001', []])
    expect(profiles).toContainEqual(['touristappid', expect.arrayContaining(['nickname'])])
  })

  it('an account under two AppIDs keeps a WeChat profile under the one that asked, although it was linked later', async () => {
    const { token, user } = await hand.register('gail')
    // Before ours in the index of an account's identities, too.
    await addForeignIdentity(user.id, hand.openid('gail'), 'anotherappid')
    const linked = (await post(LINK, { code: hand.code('gail') }, token)).body.token
    const body = { ...hand.profile('gail'), update_userprofile: 'overwrite' }
    expect((await server.call('PUT', PROFILE, { body, token: linked })).status).toBe(200)
    const rows = await server.context.db
      .select({ appid: wechatIdentities.appid, profile: wechatIdentities.profile })
      .from(wechatIdentities)
      .where(eq(wechatIdentities.userId, user.id))
    const kept = rows.filter(({ profile }) => Object.keys(profile).length > 0)
    expect(kept.map(({ appid }) => appid)).toEqual(['touristappid'])
  })
})
