import { randomBytes } from 'node:crypto'
import { offReport } from '../../src/mailer/mailer'
import { readSettings } from '../../src/settings/settings'
import { faultsOf, READY } from '../kit/production'

const key = () => randomBytes(32).toString('base64')
describe('in production the server', () => {
  it('a production server starts with settings of its own', () => {
    expect(faultsOf(READY)).toEqual([])
  })

  it.each([
    ['WECHAT_API_BASE', 'http://127.0.0.1:8788'],
    ['WECHAT_API_BASE', 'http://api.weixin.qq.com'],
    ['WECHAT_APPID', undefined],
    ['WECHAT_SECRET', undefined],
    ['BAAS_CLIENT_ID', undefined],
    ['DATA_KEYS', undefined],
    ['INDEX_KEY', undefined],
    ['PUBLIC_URL', 'http://api.example.com'],
    ['WEB_APP_URL', 'http://app.example.com'],
    ['HUMAN_CHECK_URL', 'http://captcha.example.com/check'],
    ['WEB_APP_URL', 'app.example.com'],
    ['WEB_APP_URL', 'https://app.example.com/#/'],
    ['PUBLIC_URL', 'https://api.example.com/?v=1'],
    ['WECHAT_API_BASE', 'https://api.weixin.qq.com/#'],
    ['MAIL_FROM', undefined],
    ['MAIL_FROM', 'no-reply@localhost'],
    ['MAIL_FROM', 'Our App'],
    ['MAIL_FROM', 'Our App <no-reply@example.com>, eve@example.com'],
  ])('a production server refuses %s=%s in one sentence that names it', (name, value) => {
    const faults = faultsOf({ ...READY, [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(name)
  })

  it('a production server sends mail under an address with a name before it or without', () => {
    for (const MAIL_FROM of ['no-reply@example.com', '我们的应用 <no-reply@example.com>']) {
      expect(faultsOf({ ...READY, MAIL_FROM })).toEqual([])
    }
  })

  it('a production server runs functions only where the machine isolates them, by default', () => {
    expect(readSettings(READY).functionsIsolation).toBe('required')
    expect(readSettings({ ...READY, FUNCTIONS_ISOLATION: 'trusted' }).functionsIsolation).toBe(
      'trusted',
    )
    expect(readSettings({}).functionsIsolation).toBe('trusted')
    expect(faultsOf({ ...READY, FUNCTIONS_ISOLATION: 'none' })).toEqual([
      'FUNCTIONS_ISOLATION is "none": set it to one of required, trusted.',
    ])
  })

  it('a production server keeps its figures back until there is a token for them, and takes no short one', () => {
    const token = randomBytes(16).toString('hex')
    expect(readSettings(READY).metrics).toEqual({ kind: 'closed' })
    expect(readSettings({ ...READY, METRICS_TOKEN: token }).metrics).toEqual({
      kind: 'bearer',
      token,
    })
    expect(readSettings({}).metrics).toEqual({ kind: 'open' })
    const [fault, ...others] = faultsOf({ ...READY, METRICS_TOKEN: 'hush-hush' })
    expect(fault).toMatch(/^METRICS_TOKEN has fewer than 16 characters/)
    expect(fault).not.toContain('hush-hush')
    expect(others).toEqual([])
  })

  it('a production server refuses to send mail or text messages to the simulator', () => {
    for (const name of ['SMTP_URL', 'SMS_HOOK_URL']) {
      expect(faultsOf({ ...READY, [name]: undefined }).join()).toContain(name)
    }
  })

  it('a production server starts without mail or text messages where both are said to be off', () => {
    const off = { ...READY, SMTP_URL: 'off', MAIL_FROM: undefined, SMS_HOOK_URL: 'off' }
    expect(faultsOf(off)).toEqual([])
    const { mailer } = readSettings(off)
    expect(mailer).toEqual({ mail: { kind: 'off' }, sms: { kind: 'off' } })
    expect(offReport(mailer).join()).toMatch(/SMTP_URL is off: .*SMS_HOOK_URL is off: /)
    expect(offReport(readSettings(READY).mailer)).toEqual([])
    expect(faultsOf({ ...READY, SMTP_URL: 'no' })).toEqual([
      expect.stringMatching(/^SMTP_URL .* or to off/),
    ])
  })

  it('a production server reports keys that are no keys, and no value of any secret', () => {
    for (const DATA_KEYS of ['x', 'a:short', `a:${key()},`, `${key()}`]) {
      const faults = faultsOf({ ...READY, DATA_KEYS, INDEX_KEY: 'short' })
      expect(faults).toHaveLength(2)
      expect(faults.join()).not.toContain(DATA_KEYS)
    }
  })
})
