import { hasSignInMethod } from '../../../src/accounts/users/sign-in-methods'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

const NOTHING = {
  // No account has this id, so none has a WeChat user either.
  id: 1,
  username: null,
  email: null,
  emailVerified: false,
  phoneIndex: null,
  phoneVerified: false,
  passwordHash: null,
}
const [username, email, phoneIndex, passwordHash] = ['alice', 'a@example.com', 'index', 'hash']

const isOpen = (names: object, isMailSent = true) =>
  hasSignInMethod(server.context.db, { ...NOTHING, ...names }, { isMailSent })

describe('an account without WeChat', () => {
  it.each([
    ['a verified address', { email, emailVerified: true }],
    ['a verified number', { phoneIndex, phoneVerified: true }],
    ['a username and a password', { username, passwordHash }],
    ['a claimed address and a password', { email, passwordHash }],
    ['a claimed number and a password', { phoneIndex, passwordHash }],
  ])('an account without WeChat is signed in to by %s', async (_, names) => {
    expect(await isOpen(names)).toBe(true)
  })

  it.each([
    ['a claimed address', { email }],
    ['a claimed number', { phoneIndex }],
    ['a username without a password', { username }],
    ['a password without a name', { passwordHash }],
    ['a verification of an address it no longer has', { emailVerified: true }],
    ['a verification of a number it no longer has', { phoneVerified: true }],
  ])('an account without WeChat is not signed in to by %s', async (_, names) => {
    expect(await isOpen(names)).toBe(false)
  })
})

describe('an account of a server that sends no mail', () => {
  it.each([
    ['a verified address alone', { email, emailVerified: true }, false],
    ['a verified address and a password', { email, emailVerified: true, passwordHash }, true],
    ['a verified number', { phoneIndex, phoneVerified: true }, true],
  ])(
    'an account of a server that sends no mail is signed in to by what takes no mail: %s',
    async (_, names, expected) => {
      expect(await isOpen(names, false)).toBe(expected)
    },
  )
})

describe('an account with WeChat', () => {
  it('an account with WeChat is signed in to without any name', async () => {
    const { user } = await hand.signIn('bob')
    expect(await isOpen({ id: user.id })).toBe(true)
  })
})
