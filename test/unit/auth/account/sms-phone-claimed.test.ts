import { answered, granted, refused, settle } from '../../../kit/fake-backend'
import { asEve, eve } from '../../../kit/bob-and-eve'
import { launchedWith } from '../../../kit/make-auth'

const [OLD, PHONE] = ['13900000001', '13900000002']
const sent = { code: '123456', phone: PHONE }

/** The backend verifies only a number that the account has claimed. */
const binding = async () => {
  const before = { id: 1, _phone: OLD, _phone_verified: true }
  const launched = await launchedWith(granted(before))
  const outcome = launched.account.bindPhoneBySms(PHONE, '123456')
  await settle()
  launched.network.answer(refused(400, 'no'))
  await settle()
  return { ...launched, outcome }
}

describe('binding a number by its code, where only claims are verified', () => {
  it('binding a number by its code claims it where the backend verifies claims only', async () => {
    const { network, auth, outcome } = await binding()
    expect(network.requests.at(-1)?.body).toEqual({ phone: PHONE })
    network.answer(answered({ phone: PHONE, phone_verified: false }))
    await settle()
    expect(network.requests.at(-1)?.body).toEqual(sent)
    network.answer(answered())
    expect(await outcome).toMatchObject({ tag: 'done' })
    expect(auth.current()?.user).toMatchObject({ _phone: PHONE, _phone_verified: true })
  })

  it('binding a number by its code ends where the backend refuses the claim', async () => {
    const { network, outcome } = await binding()
    network.answer(refused(400, 'of another'))
    expect(await outcome).toMatchObject({ tag: 'failed', failure: { kind: 'conflict' } })
    expect(network.requests).toHaveLength(3)
  })

  it('binding a number by its code claims it for no one who has signed in meanwhile', async () => {
    const { auth, account, network } = await launchedWith(granted())
    const outcome = account.bindPhoneBySms(PHONE, '123456')
    await settle()
    const signedIn = auth.signIn(asEve)
    await settle()
    network.waiting.splice(1, 1)[0]?.answer(granted(eve))
    await signedIn
    network.answer(refused(400, 'no'))
    expect(await outcome).toMatchObject({ tag: 'failed' })
    expect(network.requests).toHaveLength(3)
  })
})
