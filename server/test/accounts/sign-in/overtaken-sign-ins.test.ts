import { eq } from 'drizzle-orm'
import { signInAccount } from '../../../src/accounts/sign-in/sign-in-account'
import { sessions, users } from '../../../src/db/schema'
import { phoneIndex, verifiedPhone } from '../../../src/security/phone'
import { beforeTheNextWrite } from '../../kit/before-the-next-write'
import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const CLIENT = {
  ipAddress: '192.0.2.1',
  userAgent: 'test',
  deviceId: null,
  presentedTokenHash: null,
  signal: new AbortController().signal,
  rotation: 'keeps-token',
} as const

describe('a sign-in that a change of the account overtakes', () => {
  const { server, hand } = serverForFile()
  afterEach(() => jest.restoreAllMocks())

  it.each([
    ['password', { passwordHash: 'of another password' }],
    ['verification of the number', { phoneVerified: true }],
    ['number', { phoneIndex: 'of another number' }],
  ])('a sign-in opens no session once the %s is another one', async (what, change) => {
    const { context } = server
    const { body } = await server.call('POST', '/hserve/v2.1/register/username/', {
      body: { username: `overtaken-${what.length}`, password: 'a sentence of five words' },
    })
    const id = Number(body.user_id)
    const [checked] = await context.db.select().from(users).where(eq(users.id, id))
    await context.db.update(users).set(change).where(eq(users.id, id))
    const act = { method: 'username', kind: 'signed_in', client: CLIENT } as const
    if (checked === undefined) throw new Error('no account')
    expect(await signInAccount(context.db, context, checked, act)).toBeNull()
    expect(await context.db.$count(sessions, eq(sessions.userId, id))).toBe(1)
  })

  it('a sign-in by the phone button leaves a number that was verified while it went on', async () => {
    const { db, vault } = server.context
    const { user } = await hand.signIn('overtaken')
    const own = verifiedPhone(vault, '13811117009', 'sms')
    beforeTheNextWrite(server, () => db.update(users).set(own).where(eq(users.id, user.id)))
    const login = { code: hand.code('overtaken'), ...hand.phoneButton('overtaken') }
    const path = '/hserve/v2.7/idp/wechat/phone-login/'
    const { status, body } = await server.call('POST', path, { body: login })
    expect([status, body.user_info?._phone]).toEqual([201, '13811117009'])
  })

  it('a sign-in by text message enters the account that another request made of the number meanwhile', async () => {
    const { db, vault, clock } = server.context
    const phone = '13811117010'
    await server.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone } })
    const moments = { createdAt: new Date(clock.now()), updatedAt: new Date(clock.now()) }
    const account = { ...moments, ...verifiedPhone(vault, phone, 'sms') }
    beforeTheNextWrite(server, () => db.insert(users).values(account))
    const code = textedCode(server)
    const { status, body } = await server.call('POST', '/hserve/v2.1/login/sms/', {
      body: { phone, code },
    })
    expect([status, body._phone]).toEqual([201, phone])
    expect(await db.$count(users, eq(users.phoneIndex, phoneIndex(vault, phone)))).toBe(1)
  })
})
