import { randomBytes } from 'node:crypto'
import { isGuessableToken } from '../../src/settings/entropy'
import { faultsOf, READY } from '../kit/production'

const random = () => randomBytes(32)

const onlyFault = (name: string, value: string | undefined): string => {
  const faults = faultsOf({ ...READY, HUMAN_CHECK_URL: 'https://human.example.com', [name]: value })
  expect(faults).toHaveLength(1)
  return faults[0] ?? ''
}

describe('a token', () => {
  const WEAK = [
    'hush-hush',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '0123456789abcdef0123456789abcdef',
    'abcdefghijklmnopqrstuvwxyz',
    '9876543210987654321098765432109876543210',
    'correct-horse-battery-staple',
    'CORRECT HORSE BATTERY STAPLE',
    'ChangeMe-2026-09-14-b7',
    'Password123!Password',
    'Simulator-Secret',
    'x7Q!x7Q!x7Q!x7Q!x7Q!',
  ]

  it.each(WEAK)(
    'the token %s can be guessed, and is not repeated in the sentence that says so',
    (weak) => {
      expect(isGuessableToken(weak)).toBe(true)
      for (const name of [
        'METRICS_TOKEN',
        'WECHAT_PUSH_TOKEN',
        'SMS_HOOK_TOKEN',
        'HUMAN_CHECK_TOKEN',
        'WECHAT_SECRET',
      ]) {
        const fault = onlyFault(name, weak)
        expect(fault).toMatch(new RegExp(`^${name} .*: set it to`))
        expect(fault).not.toContain(weak)
      }
    },
  )

  it('a random token is taken, in hex, base64 and base64url, 20,000 times', () => {
    for (let i = 0; i < 20_000; i++) {
      const encoding = (['hex', 'base64', 'base64url'] as const)[i % 3]
      const token = randomBytes(16 + (i % 17)).toString(encoding)
      if (isGuessableToken(token)) throw new Error(`${token} is taken for a guessable one`)
    }
  })

  it('the key of WeChat’s encrypted push has to be random, too', () => {
    const push = { ...READY, WECHAT_PUSH_TOKEN: randomBytes(16).toString('hex') }
    const strong = random().toString('base64').replace(/[+/]/g, 'x').slice(0, 43)
    expect(faultsOf({ ...push, WECHAT_PUSH_AES_KEY: strong })).toEqual([])
    expect(faultsOf({ ...push, WECHAT_PUSH_AES_KEY: 'a'.repeat(43) })).toEqual([
      expect.stringMatching(/^WECHAT_PUSH_AES_KEY is not random/),
    ])
  })
})
