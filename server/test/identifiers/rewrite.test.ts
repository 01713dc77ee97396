import { eq } from 'drizzle-orm'
import { users } from '../../src/db/schema'
import { oldAccountsForFile, PASSWORD } from './old-accounts'
import { textedCode } from '../kit/texted-code'

const { server, addOld, rewrite, stored } = oldAccountsForFile()

const signIn = async (kind: 'username' | 'email' | 'phone', value: string): Promise<unknown> => {
  const body = { [kind]: value, password: PASSWORD }
  const answer = await server.call('POST', `/hserve/v2.1/login/${kind}/`, { body })
  return answer.status === 201 ? answer.body.id : answer.status
}

const signInBySms = async (phone: string): Promise<unknown> => {
  server.clock.advance(60_000)
  await server.call('POST', '/hserve/v2.2/sms-verification-code/', { body: { phone } })
  const code = textedCode(server)
  const answer = await server.call('POST', '/hserve/v2.1/login/sms/', { body: { phone, code } })
  return answer.body.id
}

describe('identifiers of accounts from before', () => {
  it('the identifiers of accounts from before come to their one form, once', async () => {
    await addOld(
      { username: 'Ｌin', email: 'lin@bücher.de', phone: '8613800138000' },
      { phone: '85261234567' },
      {},
      { username: 'ann', email: 'ann@x.com', phone: '13900139000' },
    )
    expect(await rewrite()).toEqual([])
    const after = await stored()
    expect(after).toEqual([
      {
        username: 'Ｌin',
        usernameFolded: 'lin',
        email: 'lin@xn--bcher-kva.de',
        phone: '13800138000',
      },
      { username: null, usernameFolded: null, email: null, phone: '+85261234567' },
      { username: null, usernameFolded: null, email: null, phone: null },
      { username: 'ann', usernameFolded: 'ann', email: 'ann@x.com', phone: '13900139000' },
    ])

    await addOld({ phone: '8613700137000' })
    await rewrite()
    expect(await stored()).toEqual([...after, expect.objectContaining({ phone: '8613700137000' })])
  })

  it('the identifiers that come to the same form stay two accounts, reported by their ids alone', async () => {
    const [first, canonical, third, latin, wide, umlaut, puny] = await addOld(
      { phone: '8613800138000' },
      { phone: '13800138000' },
      { phone: '+86013800138000' },
      { username: 'admin' },
      { username: 'Ａdmin' },
      { email: 'v@bücher.de' },
      { email: 'v@xn--bcher-kva.de' },
    )
    const lines = await rewrite()
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^1 of the old email .*: ${umlaut}$`)),
      expect.stringMatching(new RegExp(`^2 of the old phone .*: ${first}, ${third}$`)),
      expect.stringMatching(new RegExp(`^1 of the old username .*: ${wide}$`)),
    ])
    expect(lines.join('\n')).not.toMatch(/admin|138|cher/)

    expect(await signIn('phone', '8613800138000')).toBe(first)
    expect(await signIn('phone', '+86013800138000')).toBe(third)
    for (const phone of ['13800138000', '+8613800138000', '0086 13800138000']) {
      expect(await signIn('phone', phone)).toBe(canonical)
    }
    expect(await signInBySms('8613800138000')).toBe(first)
    expect(await signInBySms('+86 13800138000')).toBe(canonical)
    expect(await signIn('username', 'Ａdmin')).toBe(wide)
    expect(await signIn('username', 'ADMIN')).toBe(latin)
    expect(await signIn('email', 'V@Bücher.de')).toBe(umlaut)
    expect(await signIn('email', 'v@xn--bcher-kva.de')).toBe(puny)
  })

  it('the identifiers that are malformed, or sealed with a lost key, stay as they are and still open the account', async () => {
    const [short, list, , lost] = await addOld(
      { phone: '12345' },
      { email: '0<v@x.com>' },
      { username: 'a\ufe0f' },
      { phone: '13800138000' },
    )
    await server.context.db
      .update(users)
      .set({ phoneSealed: 'k0.AAAA' })
      .where(eq(users.id, lost ?? 0))
    expect(await rewrite()).toEqual([
      expect.stringMatching(new RegExp(`^1 of the old email .* malformed .*: ${list}$`)),
      expect.stringMatching(new RegExp(`^1 of the old phone .* malformed .*: ${short}$`)),
      expect.stringMatching(new RegExp(`^1 of the old phone .* DATA_KEYS .*: ${lost}$`)),
    ])
    expect(await signIn('phone', '12345')).toBe(short)
    expect(await signIn('email', '0<V@x.com>')).toBe(list)
    expect(await signIn('username', 'A\ufe0f')).toEqual(expect.any(Number))
  })
})
