import { refused, settle } from '../../kit/fake-backend'
import { launchedWith } from '../../kit/make-auth'

/** A registration under way again, whose first try was never answered. */
const again = async () => {
  const made = await launchedWith(refused(404))
  const register = () => made.actions.register({ username: 'bob' }, 'a sentence of his')
  const lost = register()
  await settle()
  made.network.fail(new Error('offline'))
  await lost
  const outcome = register()
  await settle()
  return { network: made.network, outcome }
}

describe('a registration after one whose answer was lost', () => {
  it.each([
    ['its name is another person’s', 'name_taken', 'conflict'],
    ['its password is too common', 'password_too_common', 'denied'],
  ])(
    'a registration whose first try never arrived says the second time that %s, and not that a password is wrong',
    async (_, errorCode, kind) => {
      const { network, outcome } = await again()
      network.answer(refused(400, 'refused', { error_code: errorCode }))
      await settle()
      network.answer(refused(400, 'wrong', { error_code: 'wrong_credentials' }))
      expect(await outcome).toEqual({ tag: 'failed', failure: { kind, retry: false, errorCode } })
    },
  )

  it('a registration whose name is taken by its own first try says that the network failed while it cannot sign in to it', async () => {
    const { network, outcome } = await again()
    network.answer(refused(400, 'taken', { error_code: 'name_taken' }))
    await settle()
    network.fail(new Error('offline'))
    expect(await outcome).toMatchObject({ failure: { kind: 'offline' } })
  })
})
