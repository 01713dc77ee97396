import { checkNewPassword } from '../../src/security/password'

describe('the estimate', () => {
  const leet = '4@8({[<369#!|17$50+%2'
  const hostile = [
    ...[
      'a',
      '1a',
      'aA',
      'password',
      'p@$$w0rd!',
      '@4$5!1|0',
      'qwertyuiop',
      '19900101',
      'abcabcabd',
    ],
    ...['q1w2e3r4t5', '1234567890', '0/1-2.3', leet, 'ilil1|!', 'linxiao', 'ß', '密码'],
  ].map((piece) => piece.repeat(128).slice(0, 128))

  it('the estimate of a password of 128 hostile characters takes no more of the processor than a hash does', async () => {
    await checkNewPassword('the first loads the dictionaries', [])
    const names = Array.from({ length: 60 }, (_, at) => `${'linxiao'.repeat(9)}-${at}`)
    const longestOf = async (password: string) => {
      const { user } = process.cpuUsage()
      await checkNewPassword(password, names).catch(() => undefined)
      return (process.cpuUsage().user - user) / 1000
    }
    const times: number[] = []
    for (const password of hostile) times.push(await longestOf(password))
    // Some 40 ms; room for a slower machine, but not for the half second to two seconds of an unbounded estimate.
    expect(Math.max(...times)).toBeLessThan(250)
  })
})
