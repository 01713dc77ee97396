import { serverForFile } from '../../kit/server-for-file'
import { mailedCode } from '../../kit/mailed-code'
import { textedCode } from '../../kit/texted-code'

const PASSWORD = 'correct horse battery'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const change = (body: object, token: string) =>
  server.call('PUT', '/hserve/v2.2/user/account/', { body, token })

let owners = 0
/** An account with a password and a verified address. */
const owner = async () => {
  owners += 1
  const email = `owner-${owners}@example.com`
  const { body } = await post('/hserve/v2.1/register/email/', { email, password: PASSWORD })
  await post('/hserve/v2.0/user/email-verify/', {}, body.token)
  const code = mailedCode(server)
  const verified = await post('/ext/v1/account/email/verify/', { code }, body.token)
  return { name: `owner-${owners}`, email, token: String(verified.body.token) }
}
type Owner = Awaited<ReturnType<typeof owner>>

/** The last e-mail to an address. */
const lastMailTo = async (address: string): Promise<string> => {
  await server.context.background.settled()
  const mails = server.wechat.platform.outbox.mails().filter(({ to }) => to === address)
  return mails.at(-1)?.text ?? ''
}

const verifyPhone = async (token: string, phone: string) => {
  await post('/hserve/v2.2/sms-verification-code/', { phone }, token)
  const code = textedCode(server)
  const answer = await post('/hserve/v2.1/sms-phone-verification/', { phone, code }, token)
  expect(answer.status).toBe(200)
  return answer
}

const reset = async ({ email }: Owner) => {
  await post('/hserve/v2.0/user/password/reset/', { email })
  const [, token] = /#([\w-]{43})$/m.exec(await lastMailTo(email)) ?? []
  return post('/ext/v1/email/reset/', { token, password: 'another horse battery' })
}

const ACTS: readonly (readonly [string, string, (owner: Owner) => Promise<{ status: number }>])[] =
  [
    [
      'a new e-mail address was entered',
      '填写了新邮箱',
      ({ name, token }) => change({ email: `${name}@new.example` }, token),
    ],
    [
      'the username was changed',
      '用户名已更改',
      ({ name, token }) => change({ username: name }, token),
    ],
    [
      'the password was changed',
      '密码已更改',
      ({ token }) => change({ password: PASSWORD, new_password: 'another horse battery' }, token),
    ],
    [
      'a WeChat user was linked',
      '已绑定一个微信',
      ({ name, token }) =>
        post('/hserve/v2.4/idp/wechat/user-associate/', { code: hand.code(name) }, token),
    ],
    ['the password was reset by mail', '密码已通过邮件重置', reset],
    [
      'the account was deleted',
      '账号已删除',
      ({ token }) => post('/ext/v1/account/delete/', {}, token),
    ],
  ]

describe('the owner of a verified address is notified', () => {
  it.each(ACTS)('the owner of a verified address is notified: %s', async (en, zh, act) => {
    const person = await owner()
    expect((await act(person)).status).toBeLessThan(300)
    const mail = await lastMailTo(person.email)
    expect(mail).toContain(`Your account: ${en}`)
    expect(mail).toContain(`你的账号：${zh}`)
  })

  it('the owner of a verified address is notified of a phone number at the address, and of nothing that stays as it was', async () => {
    const person = await owner()
    const changed = await change({ phone: '13900000081' }, person.token)
    expect(await lastMailTo(person.email)).toContain('Your account: the phone number was changed.')
    const before = server.wechat.platform.outbox.mails().length
    expect((await change({ phone: '13900000081' }, changed.body.token)).status).toBe(200)
    await server.context.background.settled()
    expect(server.wechat.platform.outbox.mails()).toHaveLength(before)
  })
})

describe('an address or number of another account', () => {
  it('an address or number of another account is refused in the place of a verified one', async () => {
    const [person, other] = [await owner(), await owner()]
    expect(await change({ email: other.email }, person.token)).toMatchObject({
      status: 400,
      body: { error_code: 'email_of_another' },
    })
    const [own, foreign] = ['13900000082', '13900000083']
    const verified = await verifyPhone(person.token, own)
    await verifyPhone(other.token, foreign)
    expect(await change({ phone: foreign }, String(verified.body.token))).toMatchObject({
      status: 400,
      body: { error_code: 'phone_of_another' },
    })
  })
})
