import { eq } from 'drizzle-orm'
import { blockAccount } from '../../../src/accounts/sign-in/block'
import { users, wechatIdentities } from '../../../src/db/schema'
import { files } from '../../../src/db/schema-files'
import { UPDATE } from '../../kit/cloud-functions'
import { beforeTheNextWrite } from '../../kit/before-the-next-write'
import { openFunctionServer, type FunctionServer } from '../../kit/function-server'
import { photo, storage } from '../../kit/storage'

const PROFILE = '/hserve/v2.6/idp/wechat/user/info/'

let at: FunctionServer
beforeAll(async () => {
  at = await openFunctionServer()
}, 120_000)
afterAll(() => at.close())
afterEach(() => jest.restoreAllMocks())

const block = (id: number) => blockAccount(at.server.context, id, 'operator')
const rowOf = async (id: number) => {
  const [user] = await at.server.context.db.select().from(users).where(eq(users.id, id))
  return user
}
const sendProfile = (person: string, token: string) =>
  at.server.call('PUT', PROFILE, { body: at.hand.profile(person), token })

describe('a profile of WeChat that something overtakes', () => {
  it('a profile does not replace a nickname that the person chose while WeChat was asked', async () => {
    const { token, user } = await at.hand.signIn('ada')
    const body = { nickname: 'chosen' }
    beforeTheNextWrite(at.server, () =>
      at.server.call('PUT', '/hserve/v2.5/user/info/', { body, token }),
    )
    const { status, body: answered } = await sendProfile('ada', token)
    expect([status, answered.nickname]).toEqual([200, 'chosen'])
    expect(await rowOf(user.id)).toMatchObject({ nickname: 'chosen', isAuthorized: true })
  })

  it('a profile changes nothing of an account that was blocked while WeChat was asked', async () => {
    const { token, user } = await at.hand.signIn('bob')
    beforeTheNextWrite(at.server, () => block(user.id))
    const { status, body } = await sendProfile('bob', token)
    expect([status, body.error_code]).toEqual([403, 'account_blocked'])
    expect(await rowOf(user.id)).toMatchObject({ nickname: '', isAuthorized: false })
  })

  it('a profile changes nothing of an account whose WeChat was unlinked while WeChat was asked', async () => {
    const { token, user } = await at.hand.signIn('cho')
    const { db } = at.server.context
    beforeTheNextWrite(at.server, () =>
      db.delete(wechatIdentities).where(eq(wechatIdentities.userId, user.id)).execute(),
    )
    const { status, body } = await sendProfile('cho', token)
    expect([status, body.error_code]).toEqual([400, 'wechat_not_linked'])
    expect(await rowOf(user.id)).toMatchObject({ nickname: '', isAuthorized: false })
  })
})

describe('a link by unionid that something overtakes', () => {
  it('a link by unionid keeps none when its WeChat was unlinked while WeChat was asked', async () => {
    const { token, user } = await at.hand.signIn('fay')
    const { db } = at.server.context
    const unlink = () =>
      db.delete(wechatIdentities).where(eq(wechatIdentities.userId, user.id)).execute()
    const body = { code: at.hand.code('fay'), associate_with_unionid: true }
    beforeTheNextWrite(at.server, unlink)
    const path = '/hserve/v2.4/idp/wechat/user-associate/'
    const answer = await at.server.call('POST', path, { body, token })
    expect([answer.status, answer.body.error_code]).toEqual([400, 'wechat_not_linked'])
    expect(await rowOf(user.id)).toMatchObject({ wechatUnionid: null })
  })
})

describe('what a blocked account had begun', () => {
  it('an upload is not stored once its account is blocked', async () => {
    const { token, user } = await at.hand.signIn('dan')
    const store = storage(at.server)
    const permit = await store.ask(token)
    await block(user.id)
    const { status, body } = await store.send(permit, await photo())
    expect([status, body.error_code]).toEqual([403, 'account_blocked'])
    expect(await at.server.context.db.$count(files, eq(files.userId, user.id))).toBe(0)
  })

  it('a cloud function that waited for its turn does not begin once its caller is blocked', async () => {
    const { token, user } = await at.hand.signIn('eve')
    const begun: (() => Promise<void>)[] = []
    const { background } = at.server.context
    jest.spyOn(background, 'run').mockImplementationOnce((task) => void begun.push(task))
    const data = { data: { userInfo: { nickName: 'Eve', avatarUrl: 'https://a/b.png' } } }
    expect((await at.invoke(token, UPDATE, data, false)).status).toBe(200)
    await block(user.id)
    await expect(begun[0]?.()).rejects.toMatchObject({ errorCode: 'account_blocked' })
    expect(await rowOf(user.id)).toMatchObject({ nickname: '' })
  })
})
