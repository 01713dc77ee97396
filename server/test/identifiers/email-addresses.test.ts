import fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { checkEmail } from '../../src/accounts/identifiers/names'
import { messageOf } from '../../src/mailer/message'
import { createMailer } from '../../src/mailer/mailer'
import { canonicalEmail } from '../../src/security/email-address'

describe('an e-mail address', () => {
  it.each([
    [' V@X.com ', 'v@x.com'],
    ['o’neil@x.com'.replace('’', "'"), "o'neil@x.com"],
    ['first.last+tag@sub.x.co.uk', 'first.last+tag@sub.x.co.uk'],
    // Gmail would deliver the next two to one mailbox; that is Gmail's rule and no other's.
    ['f.irst@gmail.com', 'f.irst@gmail.com'],
    ['first+tag@gmail.com', 'first+tag@gmail.com'],
    // Ordinary characters since no relay reads a route in them.
    ['v%y.com@x.com', 'v%y.com@x.com'],
    ['y.com!v@x.com', 'y.com!v@x.com'],
    ['v@BÜCHER.de', 'v@xn--bcher-kva.de'],
    ['v@xn--bcher-kva.de', 'v@xn--bcher-kva.de'],
    ['v@例子。中国', 'v@xn--fsqu00a.xn--fiqs8s'],
    ['v@ｘ．com', 'v@x.com'],
    [`${'a'.repeat(64)}@x.com`, `${'a'.repeat(64)}@x.com`],
    // 254 units are written, 251 are left without the soft hyphens, which domains do not count.
    [`v@${'b.'.repeat(124)}c\u00ad\u00ad\u00adom`, `v@${'b.'.repeat(124)}com`],
  ])('an e-mail address is stored in one form: %j as %s', (written, email) => {
    expect(canonicalEmail(written)).toBe(email)
  })

  it.each([
    ...['', '@', 'v', 'x.com', 'v@', '@x.com', 'v@x', 'v@b@x.com', 'a b@x.com', 'v@x com'],
    ...['0<v@x.com>', 'Ann <v@x.com>', '<v@x.com>', '"v"@x.com', 'v(1)@x.com', '(1)v@x.com'],
    ...['v@x.com,w@x.com', 'v@x.com;w@x.com', 'team:v@x.com;', '@a,@b:v@x.com', 'v\\@x.com'],
    ...['.v@x.com', 'v.@x.com', 'v..w@x.com', 'v@.x.com', 'v@x..com', 'v@x.com.'],
    ...['v@-x.com', 'v@x-.com', 'v@x_y.com', 'v@x.c', 'v@x.123', 'v@1.2.3.4', 'v@[1.2.3.4]'],
    ...['v@0x7f.1', 'v@x.com:25', 'v@x.com/a', 'v@ex%61mple.com', 'v@xn--a.com', 'v@x#.com'],
    ...['ä@x.com', '\u212a@x.com', 'v\u200b@x.com', 'v@x\u200d.com', 'v\0@x.com'],
    ...['v@x.com\r\nBcc: w@y.com', 'v\n@x.com', 'v@x.com\u2028w'],
    ...[`${'a'.repeat(65)}@x.com`, `v@${'b'.repeat(64)}.com`, `v@${'b.'.repeat(126)}com`],
  ])('an e-mail address is refused: %j', (written) => {
    expect(canonicalEmail(written)).toBeNull()
    expect(() => checkEmail(written)).toThrow('email is not an e-mail address.')
  })

  it('an e-mail address is the same in any case, and once it is in its one form stays there', () => {
    const written = fc.oneof(
      fc.emailAddress(),
      fc.string(),
      fc.string().map((s) => `${s}@x.com`),
    )
    fc.assert(
      fc.property(written, (text) => {
        const email = canonicalEmail(text)
        if (email === null) return
        expect(canonicalEmail(email)).toBe(email)
        expect(canonicalEmail(text.toUpperCase())).toBe(email)
        expect(email).toMatch(/^[\x21-\x7e]{1,64}@[a-z0-9.-]+$/)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('an e-mail', () => {
  const stream = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })

  it('an e-mail goes to one recipient, the address as it stands', async () => {
    const addresses = fc
      .emailAddress()
      .map(canonicalEmail)
      .filter((email) => email !== null)
    await fc.assert(
      fc.asyncProperty(addresses, async (to) => {
        const message = messageOf('us@x.com', { to, subject: 's', text: 't' })
        const { envelope } = await stream.sendMail(message)
        expect(envelope).toEqual({ from: 'us@x.com', to: [to] })
      }),
    )
  })

  it.each(['0<v@x.com>', 'v@x.com,w@x.com', 'v@x.com\r\nBcc: w@y.com', 'V@x.com', 'v@bücher.de'])(
    'an e-mail to %j does not leave, whatever takes the mail',
    async (to) => {
      const sms = { kind: 'hook', url: 'http://127.0.0.1:1', token: null } as const
      const smtp = { kind: 'smtp', url: 'smtp://127.0.0.1:1', from: 'us@x.com' } as const
      for (const mail of [sms, smtp]) {
        await expect(
          createMailer({ mail, sms }).mail({ to, subject: 's', text: 't' }),
        ).rejects.toThrow('This is no address to send mail to.')
      }
    },
  )
})
