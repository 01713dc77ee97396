import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http'
import { createServer, type AddressInfo, type Server as NetServer } from 'node:net'
import { createMailer } from '../../src/mailer/mailer'
import { StartupFault } from '../../src/startup-fault'
import { readSettings } from '../../src/settings/settings'
import { faultsOf, READY } from '../kit/production'

const portOf = (server: Server | NetServer) => (server.address() as AddressInfo).port

/** A mail server that takes every e-mail (RFC 5321, as far as a client needs it) and remembers what it received. */
const startMailServer = async () => {
  const told: string[] = []
  const server = createServer((socket) => {
    let isMail = false
    let pending = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      told.push(line)
      if (isMail) {
        if (line !== '.') return
        isMail = false
        return say('250 taken')
      }
      if (/^DATA/i.test(line)) {
        isMail = true
        return say('354 go on')
      }
      if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
      say(/^RCPT TO:<nobody@/i.test(line) ? '550 no such mailbox' : '250 fine')
    }
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      const lines = (pending + chunk.toString()).split('\r\n')
      pending = lines.pop() ?? ''
      lines.forEach(hear)
    })
    say('220 mail.test')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { told, url: `smtp://127.0.0.1:${portOf(server)}`, close: () => server.close() }
}

/** An HTTP hook that answers `status` and remembers what it was sent. */
const startHook = async (status: number, location = '') => {
  const requests: { authorization: string | undefined; body: unknown }[] = []
  const read = async (request: IncomingMessage) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    return JSON.parse(Buffer.concat(chunks).toString())
  }
  const server = createHttpServer((request, response) => {
    void read(request).then((body) => {
      requests.push({ authorization: request.headers.authorization, body })
      response.writeHead(status, { location }).end('the message was 123456')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { requests, url: `http://127.0.0.1:${portOf(server)}/sms`, close: () => server.close() }
}

const outboxOf = (env: Record<string, string>) => createMailer(readSettings(env).mailer)
const mail = { to: 'ann@example.com', subject: '验证', text: 'https://x/#token' }

describe('mail', () => {
  it('a mail leaves by SMTP when that is configured', async () => {
    const server = await startMailServer()
    const outbox = outboxOf({ SMTP_URL: server.url, MAIL_FROM: 'us@example.com' })
    await outbox.mail(mail)
    server.close()
    expect(server.told).toEqual(
      expect.arrayContaining([
        'MAIL FROM:<us@example.com>',
        'RCPT TO:<ann@example.com>',
        'To: ann@example.com',
        expect.stringMatching(/^Subject: =\?UTF-8\?/),
        'https://x/#token',
      ]),
    )
  })

  it('a mail cannot be made to carry headers or recipients of a stranger’s', async () => {
    const server = await startMailServer()
    const outbox = outboxOf({ SMTP_URL: server.url })
    await outbox.mail({ ...mail, subject: 'hi\r\nBcc: eve@example.com' })
    server.close()
    expect(server.told.filter((line) => /^(Bcc|RCPT TO:<eve)/i.test(line))).toEqual([])
  })

  it('sending a mail rejects when its server does not take it, or is not there', async () => {
    const server = await startMailServer()
    const outbox = outboxOf({ SMTP_URL: server.url })
    await expect(outbox.mail({ ...mail, to: 'nobody@example.com' })).rejects.toThrow()
    server.close()
    await expect(outboxOf({ SMTP_URL: 'smtp://127.0.0.1:1' }).mail(mail)).rejects.toThrow()
  })
})

describe('an SMTP_URL', () => {
  it.each(['smtp://', 'smtp://host:abc', 'smtps://me:h#sh@host:465', 'smtps://me:h/sh@host:465'])(
    'an SMTP_URL that names no server is refused at the start, and not at the first mail: %s',
    (SMTP_URL) => {
      expect(faultsOf({ SMTP_URL })).toEqual([expect.stringMatching(/^SMTP_URL is no mail server/)])
      expect(faultsOf({ ...READY, SMTP_URL })).toEqual([
        expect.stringMatching(/^SMTP_URL is no mail server/),
      ])
    },
  )
})

describe('a text message', () => {
  it('a text message goes to the hook with its token', async () => {
    const hook = await startHook(202)
    const outbox = outboxOf({ SMS_HOOK_URL: hook.url, SMS_HOOK_TOKEN: 'hush' })
    await outbox.sms({ to: '13800138000', text: '123456' })
    hook.close()
    expect(hook.requests).toEqual([
      { authorization: 'Bearer hush', body: { to: '13800138000', text: '123456' } },
    ])
  })

  it('a text message that is not taken rejects, without quoting what the gateway says', async () => {
    const hook = await startHook(500)
    const outbox = outboxOf({ SMS_HOOK_URL: hook.url })
    await expect(outbox.sms({ to: '13800138000', text: '123456' })).rejects.toThrow(
      /^The hook for text messages answered 500: look into it, and check its address and token\.$/,
    )
    hook.close()
  })
})

describe('a text message whose hook redirects', () => {
  it.each([301, 302, 303, 307, 308])(
    'a text message whose hook redirects by %s goes nowhere else, and rejects',
    async (status) => {
      const elsewhere = await startHook(200)
      const hook = await startHook(status, elsewhere.url)
      const outbox = outboxOf({ SMS_HOOK_URL: hook.url, SMS_HOOK_TOKEN: 'hush' })
      await expect(outbox.sms({ to: '13800138000', text: '123456' })).rejects.toThrow()
      hook.close()
      elsewhere.close()
      expect(elsewhere.requests).toEqual([])
    },
  )
})

describe('the simulator’s outbox', () => {
  const key = () => randomBytes(32).toString('base64')
  const production = {
    NODE_ENV: 'production',
    WECHAT_API_BASE: 'https://api.weixin.qq.com',
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_SECRET: randomBytes(16).toString('hex'),
    DATA_KEYS: `k1:${key()}`,
    INDEX_KEY: key(),
    BAAS_CLIENT_ID: 'ours',
    PUBLIC_URL: 'https://api.example.com',
    SMTP_URL: 'smtps://me:hush@mail.example.com:465',
    MAIL_FROM: 'ours@example.com',
    SMS_HOOK_URL: 'https://sms.example.com/send',
  }

  it('the simulator’s outbox takes mail and text messages in development', () => {
    const { mailer: outbox } = readSettings({ WECHAT_API_BASE: 'http://127.0.0.1:9000' })
    expect(outbox).toEqual({
      mail: { kind: 'hook', url: 'http://127.0.0.1:9000/control/outbox/mail', token: null },
      sms: { kind: 'hook', url: 'http://127.0.0.1:9000/control/outbox/sms', token: null },
    })
  })

  it.each(['SMTP_URL', 'SMS_HOOK_URL'])(
    'the simulator’s outbox is refused in production: %s has to be set',
    (name) => {
      expect(readSettings(production).mode).toBe('production')
      const start = () => readSettings({ ...production, [name]: '' })
      expect(start).toThrow(StartupFault)
      expect(start).toThrow(/^Mail and SMS would go to the simulator's outbox: set SMTP_URL/)
    },
  )
})
