import { PUSH_TOKEN, pushQuery } from '../kit/push-query'
import { serverForFile } from '../kit/server-for-file'
import { textedCode } from '../kit/texted-code'

const PUT_PHONE = '/hserve/v2.7/idp/wechat/phone-verification/'

const { server, hand } = serverForFile({ WECHAT_PUSH_TOKEN: PUSH_TOKEN })

const revokeNumber = (person: string) =>
  server.app.inject({
    method: 'POST',
    url: `/ext/v1/wechat/push/?${pushQuery(server.clock.now())}`,
    payload: {
      Event: 'user_authorization_revoke',
      OpenID: hand.openid(person),
      AppID: 'touristappid',
      RevokeInfo: '8',
    },
  })

const signInBySms = async (phone: string) => {
  await server.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone } })
  const body = { phone, code: textedCode(server) }
  const answer = await server.call('POST', '/hserve/v2.1/login/sms/', { body })
  return { token: String(answer.body.token), id: Number(answer.body.user_id) }
}

describe('a number that its owner verified by a text message', () => {
  it('a number that its owner verified by a text message stays when WeChat says that they revoked the one they shared there', async () => {
    const phone = '13700000021'
    const { token, id } = await signInBySms(phone)
    const link = { body: { code: hand.code('ann') }, token }
    expect(
      (await server.call('POST', '/hserve/v2.4/idp/wechat/user-associate/', link)).status,
    ).toBe(200)
    const { token: inWechat } = await hand.signIn('ann')
    const given = { body: hand.phoneButton('ann', phone), token: inWechat }
    expect((await server.call('PUT', PUT_PHONE, given)).status).toBe(200)
    await revokeNumber('ann')
    server.clock.advance(60_000)
    expect((await signInBySms(phone)).id).toBe(id)
  })

  it('a number that its owner verified by a text message after WeChat had returned it stays as well', async () => {
    const phone = '13700000022'
    const { token, user } = await hand.signIn('ben')
    await server.call('PUT', PUT_PHONE, { body: hand.phoneButton('ben', phone), token })
    expect((await signInBySms(phone)).id).toBe(user.id)
    await revokeNumber('ben')
    server.clock.advance(60_000)
    expect((await signInBySms(phone)).id).toBe(user.id)
  })

  it('a number that its owner verified by a code for it in their account, after WeChat had returned it, stays as well', async () => {
    const phone = '13700000025'
    const signedIn = await hand.signIn('eli')
    const given = { body: hand.phoneButton('eli', phone), token: signedIn.token }
    const token = String((await server.call('PUT', PUT_PHONE, given)).body.token)
    await server.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone } })
    const sent = { body: { code: textedCode(server) }, token }
    const { status } = await server.call('POST', '/hserve/v2.1/sms-phone-verification/', sent)
    expect(status).toBe(200)
    await revokeNumber('eli')
    server.clock.advance(60_000)
    expect((await signInBySms(phone)).id).toBe(signedIn.user.id)
  })

  it('a number that WeChat alone has vouched for goes when it is revoked, and opens the account no more', async () => {
    const phone = '13700000023'
    const { token, user } = await hand.signIn('cat')
    await server.call('PUT', PUT_PHONE, { body: hand.phoneButton('cat', phone), token })
    await revokeNumber('cat')
    expect((await signInBySms(phone)).id).not.toBe(user.id)
  })

  it('a number that was only claimed goes when WeChat revokes the one it returned', async () => {
    const { token, user } = await hand.signIn('dan')
    const claim = { body: { phone: '13700000024' }, token }
    const answer = await server.call('PUT', '/hserve/v2.2/user/account/', claim)
    expect(answer.body).toMatchObject({ _phone: '13700000024' })
    await revokeNumber('dan')
    const read = await hand.read(user.id, String(answer.body.token))
    expect(read).toMatchObject({ _phone: null })
  })
})
