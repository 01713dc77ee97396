import { lockClaimants } from '../../../src/accounts/identifiers/claims'
import { serverForFile } from '../../kit/server-for-file'
import { textedCode } from '../../kit/texted-code'

const { server, hand } = serverForFile()

const post = (path: string, body: object, token?: string) =>
  server.call('POST', path, { body, ...(token !== undefined && { token }) })
const phoneLogin = (name: string, phone: string) =>
  post('/hserve/v2.7/idp/wechat/phone-login/', {
    code: hand.code(name),
    ...hand.phoneButton(name, phone),
  })
const change = (body: object, token: string) =>
  server.call('PUT', '/hserve/v2.2/user/account/', { body, token })

/** Every way to verify a number; each resolves to the last answer. */
const WAYS: Readonly<Record<string, (phone: string) => Promise<{ status: number }>>> = {
  'a first sign-in by the phone button': (phone) => phoneLogin('newcomer', phone),
  'a later sign-in by the phone button': async (phone) => {
    await hand.signIn('known')
    return phoneLogin('known', phone)
  },
  'the phone button of a linked account': async (phone) => {
    const { token } = await hand.signIn('linked')
    const body = hand.phoneButton('linked', phone)
    return server.call('PUT', '/hserve/v2.7/idp/wechat/phone-verification/', { body, token })
  },
  'a first sign-in by text message': async (phone) => {
    await post('/hserve/v2.2/sms-verification-code/', { phone })
    return post('/hserve/v2.1/login/sms/', { phone, code: textedCode(server) })
  },
  'a code for the number of an account': async (phone) => {
    const { token } = await hand.register('named')
    const changed = await change({ phone }, token)
    await post('/hserve/v2.2/sms-verification-code/', { phone })
    const code = textedCode(server)
    return post('/hserve/v2.1/sms-phone-verification/', { code }, changed.body.token)
  },
}

describe('the claim of a number', () => {
  it.each(Object.entries(WAYS).map(([way, verify], nth) => ({ way, verify, nth })))(
    'the claim of a number is dropped by $way, and no other claim is',
    async ({ verify, nth }) => {
      const phone = `1381111000${nth}`
      const claimant = await hand.register(`claimant-${nth}`)
      const bystander = await hand.register(`bystander-${nth}`)
      const claimed = await change({ phone }, claimant.token)
      const another = await change({ phone: `1381111001${nth}` }, bystander.token)

      const { status } = await verify(phone)
      expect([200, 201]).toContain(status)
      expect(await hand.read(claimant.user.id, claimed.body.token)).toMatchObject({ _phone: null })
      expect(await hand.read(bystander.user.id, another.body.token)).toMatchObject({
        _phone: `1381111001${nth}`,
      })
    },
  )
})

describe('the claim of an address', () => {
  it('the claim of an address is locked by who verifies the address, and no claim of another one is', async () => {
    const { user } = await hand.register('verifier')
    const claim = async (name: string, email: string) => {
      const claimant = await hand.register(name)
      await change({ email }, claimant.token)
      return Number(claimant.user.id)
    }
    const claimant = await claim('claims-it', 'claimed@example.com')
    await claim('claims-another', 'another@example.com')
    const identifier = { kind: 'email', email: 'claimed@example.com' } as const
    const { db } = server.context
    const locked = (userId: number | null) =>
      db.transaction((tx) => lockClaimants(tx, identifier, userId))
    expect(await locked(Number(user.id))).toEqual([claimant])
    expect(await locked(null)).toEqual([claimant])
  })
})
