import { refused, settle } from '../../kit/fake-backend'
import { launchedWith } from '../../kit/make-auth'

describe('a registration after one whose answer was lost', () => {
  it.each([
    ['its name is another person’s', 'name_taken', 'conflict'],
    ['its password is too common', 'password_too_common', 'denied'],
  ])(
    'a registration whose first try never arrived says the second time that %s, and not that a password is wrong',
    async (_, errorCode, kind) => {
      const made = await launchedWith(refused(404))
      const register = () => made.actions.register({ username: 'bob' }, 'a sentence of his')
      const lost = register()
      await settle()
      made.network.fail(new Error('offline'))
      await lost
      const again = register()
      await settle()
      made.network.answer(refused(400, 'refused', { error_code: errorCode }))
      await settle()
      made.network.answer(refused(400, 'wrong', { error_code: 'wrong_credentials' }))
      expect(await again).toEqual({ tag: 'failed', failure: { kind, retry: false, errorCode } })
    },
  )

  it('a registration whose name is taken by its own first try says that the network failed while it cannot sign in to it', async () => {
    const made = await launchedWith(refused(404))
    const register = () => made.actions.register({ username: 'bob' }, 'a sentence of his')
    const lost = register()
    await settle()
    made.network.fail(new Error('lost'))
    await lost
    const again = register()
    await settle()
    made.network.answer(refused(400, 'taken', { error_code: 'name_taken' }))
    await settle()
    made.network.fail(new Error('offline'))
    expect(await again).toMatchObject({ failure: { kind: 'offline' } })
  })
})
