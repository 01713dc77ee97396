import { serverForFile } from '../kit/server-for-file'

const PASSWORD = 'correct horse battery'
const LOGIN = '/hserve/v2.1/login/username/'
const ANONYMOUS = '/hserve/v2.0/login/anonymous/'
const MINUTE_MS = 60_000

const { server, hand } = serverForFile({ TRUSTED_PROXIES: '1' })

const from = (address: string) => ({ 'x-forwarded-for': address })
const signIn = async (username: string, password: string, address = '198.51.100.1') =>
  (await server.call('POST', LOGIN, { body: { username, password }, headers: from(address) }))
    .status

/** Goes on until the server answers 429: how often it did not. */
const timesUntilRefused = async (most: number, act: (nth: number) => Promise<number>) => {
  for (let nth = 0; nth < most; nth += 1) if ((await act(nth)) === 429) return nth
  return most
}

/** `name` in another case for every number: the bits say which letters are capitals. */
const inCase = (name: string, nth: number): string =>
  [...name].map((letter, index) => (nth & (1 << index) ? letter.toUpperCase() : letter)).join('')

describe('guessing passwords', () => {
  it('guessing passwords is counted for the account, however the case of its name is varied', async () => {
    await hand.register('henrietta')
    const guesses = await timesUntilRefused(20, (nth) => signIn(inCase('henrietta', nth), 'no'))
    expect(guesses).toBeLessThan(20)
  })

  it('an address that guessed passwords of many names is refused, even with a right guess', async () => {
    const address = '198.51.100.2'
    await hand.register('irmgard')
    const guess = (nth: number) => signIn(`unheard-of-${nth}`, 'no', address)
    const guesses = await timesUntilRefused(200, guess)

    expect(guesses).toBeLessThan(200)
    expect(await signIn('irmgard', PASSWORD, address)).toBe(429)
    expect(await signIn('irmgard', PASSWORD, '198.51.100.3')).toBe(201)
  }, 120_000)
})

describe('signing in by password', () => {
  it('signing in by password goes on for as often as the password is right', async () => {
    await hand.register('johanna')
    for (let nth = 0; nth < 25; nth += 1) expect(await signIn('johanna', PASSWORD)).toBe(201)
  }, 120_000)
})

describe('anonymous sign-ups', () => {
  it('an address makes so many anonymous sign-ups, and waits an hour at most', async () => {
    const signUp = async (address: string) =>
      (await server.call('POST', ANONYMOUS, { headers: from(address) })).status
    const signUps = await timesUntilRefused(200, () => signUp('198.51.100.4'))

    expect(signUps).toBeGreaterThan(0)
    expect(signUps).toBeLessThan(200)
    expect(await signUp('198.51.100.5')).toBe(201)
    server.clock.advance(60 * MINUTE_MS)
    expect(await signUp('198.51.100.4')).toBe(201)
  }, 120_000)
})
