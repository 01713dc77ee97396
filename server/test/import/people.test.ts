import { hashPassword } from '../../src/security/password'
import { importServerForFile, lines } from './kit'

const { server, hand, fileOf, run } = importServerForFile()
const login = (username: string, password: string) =>
  server.call('POST', '/hserve/v2.1/login/username/', { body: { username, password } })

describe('people of another backend', () => {
  it('the imported people sign in to their ids, with profile, custom fields, verified phone and the password they had', async () => {
    const path = await fileOf(
      lines({
        id: 36_619_000_001,
        openid: hand.openid('moved-ann'),
        unionid: hand.unionid('moved-ann'),
        _username: 'moved-ann',
        _email: 'ann@example.com',
        _email_verified: true,
        _phone: '13730000001',
        _phone_verified: true,
        password_hash: await hashPassword('correct horse battery', { ipAddress: 'of a test' }),
        nickname: '安',
        gender: 2,
        created_at: 1_600_000_000,
        pet: 'cat',
        _provider: { wechat: { nickname: 'Ann W', openid: 'not kept twice' } },
      }),
    )
    expect(await run(path)).toMatchObject({ read: 1, imported: 1, refused: 0, problems: 0 })
    const { user, token } = await hand.signIn('moved-ann')
    expect(user).toMatchObject({
      id: 36_619_000_001,
      _username: 'moved-ann',
      _email: 'ann@example.com',
      _email_verified: true,
      _phone: '13730000001',
      _phone_verified: true,
      nickname: '安',
      gender: 2,
      created_at: 1_600_000_000,
      pet: 'cat',
      _provider: { wechat: { nickname: 'Ann W', openid: hand.openid('moved-ann') } },
    })
    expect((await login('moved-ann', 'correct horse battery')).body.user_id).toBe(user.id)
    const { body } = await server.call('GET', '/ext/v1/account/export/', { token })
    expect(body.audit[0]).toMatchObject({ kind: 'imported', by_operator: true })
    // Accounts that are made now come after them.
    expect((await hand.signIn('newcomer')).user.id).toBeGreaterThan(36_619_000_001)
  })

  it('the imported people may come from CSV as well, with quotes, line breaks and columns of their own', async () => {
    const path = await fileOf(
      '\uFEFFid,openid,username,phone,phone_verified,nickname,level\r\n' +
        `501,${hand.openid('moved-bea')},moved-bea,13730000002,1,"Bea, ""B""\nline two",7\r\n` +
        '502,,moved-bob,,,,\r\n',
      'csv',
    )
    expect(await run(path)).toMatchObject({ read: 2, imported: 2, problems: 0 })
    expect((await hand.signIn('moved-bea')).user).toMatchObject({
      id: 501,
      nickname: 'Bea, "B"\nline two',
      level: '7',
      _phone_verified: true,
    })
  })

  it('the imported people without a password hash of argon2 set a new one by their verified address', async () => {
    const bcrypt = '$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW'
    const dear =
      '$argon2id$v=19$m=999999,t=9,p=4$c29tZXNhbHRzb21l$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const path = await fileOf(
      lines(
        {
          id: 601,
          username: 'moved-cat',
          email: 'cat@example.com',
          email_verified: true,
          password_hash: bcrypt,
        },
        { id: 602, username: 'moved-dan', password_hash: dear },
      ),
    )
    expect(await run(path)).toMatchObject({ imported: 2, problems: 2 })
    expect((await login('moved-cat', 'anything at all')).body.error_code).toBe('wrong_credentials')
    await server.call('POST', '/hserve/v2.0/user/password/reset/', {
      body: { email: 'cat@example.com' },
    })
    await server.context.background.settled()
    const link = /#(\S+)/.exec(server.wechat.platform.outbox.mails().at(-1)?.text ?? '')?.[1]
    const body = { token: link, password: 'a horse of my own' }
    expect((await server.call('POST', '/ext/v1/email/reset/', { body })).status).toBe(200)
    expect((await login('moved-cat', 'a horse of my own')).body.user_id).toBe(601)
  })
})
