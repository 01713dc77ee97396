import { serverForFile } from '../../kit/server-for-file'

const PASSWORD = 'correct horse battery'
const LINK = '/hserve/v2.4/idp/wechat/user-associate/'
const SILENT = '/hserve/v2.5/idp/wechat/silent-login/'
const DECRYPT = '/hserve/v1/wechat/decrypt/phone-number/'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })

describe('a link by code', () => {
  it('a link by code keeps the session_key of that code: encrypted data opens without another sign-in', async () => {
    const { token } = await hand.register('alice')
    const linked = await post(LINK, { code: hand.code('alice') }, token)
    const data = { ...hand.phoneButton('alice', '13400000001'), phone_code: '' }
    const opened = await post(DECRYPT, data, linked.body.token ?? token)

    expect(opened.status).toBe(200)
    expect(opened.body).toMatchObject({ purePhoneNumber: '13400000001' })
  })
})

describe('a link ticket that was used', () => {
  it('a link ticket that was used links no second account, even when the first one is gone', async () => {
    const refused = await post(SILENT, { code: hand.code('ben'), create_user: false })
    expect(refused.status).toBe(404)
    const { link_ticket } = refused.body
    const [first, second] = [await hand.register('ben1'), await hand.register('ben2')]
    const linked = await post(LINK, { link_ticket }, first.token)
    expect(linked.status).toBe(200)
    const firstToken = linked.body.token ?? first.token
    const gone = await post('/ext/v1/account/delete/', { password: PASSWORD }, firstToken)
    expect(gone.status).toBeLessThan(300)

    expect((await post(LINK, { link_ticket }, second.token)).status).toBe(400)
    expect((await post(SILENT, { code: hand.code('ben'), create_user: false })).status).toBe(404)
  })
})
