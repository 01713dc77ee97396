import { readdirSync, readFileSync } from 'node:fs'
import { platform } from 'node:os'
import { hash } from '../../src/security/hash-threads'
import { hashPassword, passwordMatches } from '../../src/security/password'

const NICE = 16
const SENDER = { ipAddress: 'of a test' }

/** The nice values of this process's threads, from /proc (proc(5), "stat", field 19: the 17th after the name). */
const niceOfThreads = (): number[] =>
  readdirSync('/proc/self/task').map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[NICE])
  })

// Elsewhere hashes keep the priority of the process (hash-threads.ts).
const onLinux = platform() === 'linux' ? it : it.skip

describe('hashes of passwords', () => {
  onLinux(
    'password hashes are made by threads of a lower priority than the event loop has',
    async () => {
      const own = Math.min(...niceOfThreads())
      await hashPassword('a sentence for two', SENDER)
      expect(Math.max(...niceOfThreads())).toBe(Math.min(own + 12, 19))
      expect(Math.min(...niceOfThreads())).toBe(own)
    },
  )

  it('a password hash costs what is asked', async () => {
    const cost = { memoryCost: 64, timeCost: 1, parallelism: 1 }
    expect(await hash('a sentence for two', cost)).toContain('$argon2id$v=19$m=64,t=1,p=1$')
  })

  it('a password hash matches its own password only, with many compared at once', async () => {
    const passwords = Array.from({ length: 8 }, (_, index) => `sentence number ${index}`)
    const hashes = await Promise.all(passwords.map((each) => hashPassword(each, SENDER)))
    const answers = hashes.map((hashed, index) =>
      passwords.map(async (password, other) => {
        expect(await passwordMatches(hashed, password, SENDER)).toBe(index === other)
      }),
    )
    await Promise.all(answers.flat())
  })

  it('an account without a password is opened by none', async () => {
    expect(await passwordMatches(null, '', SENDER)).toBe(false)
    expect(await passwordMatches(null, 'a sentence for two', SENDER)).toBe(false)
  })

  it('a stored value that is no hash is rejected, and later hashes still match', async () => {
    await expect(passwordMatches('no hash', 'a sentence for two', SENDER)).rejects.toThrow()
    const hashed = await hashPassword('a sentence for two', SENDER)
    expect(await passwordMatches(hashed, 'a sentence for two', SENDER)).toBe(true)
  })
})
