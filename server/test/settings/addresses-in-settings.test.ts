import { publicAddress } from '../../src/files/address'
import { readSettings } from '../../src/settings/settings'
import { faultsOf } from '../kit/production'

describe('an address in the settings', () => {
  it.each([
    ['::1', '9000', 'http://[::1]:9000'],
    ['::', '9000', 'http://[::]:9000'],
    ['2001:DB8:0::7', '9000', 'http://[2001:db8::7]:9000'],
    ['0.0.0.0', '80', 'http://0.0.0.0'],
    ['LocalHost', '80', 'http://localhost'],
  ])(
    'an address in the settings to listen at is not the public one, however it is spelled: HOST=%s PORT=%s',
    (HOST, PORT, origin) => {
      const settings = readSettings({ HOST, PORT })
      expect(settings.publicUrl).toBe(origin)
      const request = { protocol: 'http' as const, host: 'phone.test:9000' }
      expect(publicAddress(settings, request, '/files/a')).toBe('http://phone.test:9000/files/a')
    },
  )

  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    [' HTTPS://API.Example.com// ', 'https://api.example.com'],
    ['https://api.example.com/base/', 'https://api.example.com/base'],
    ['https:api.example.com', 'https://api.example.com'],
  ])('an address in the settings that paths are added to has one spelling: %s', (given, read) => {
    const names = ['PUBLIC_URL', 'WEB_APP_URL', 'WECHAT_API_BASE']
    const settings = readSettings(Object.fromEntries(names.map((name) => [name, given])))
    expect([settings.publicUrl, settings.webAppUrl, settings.wechat.apiBase]).toEqual(
      Array(3).fill(read),
    )
  })

  it.each(['PUBLIC_URL', 'WEB_APP_URL', 'WECHAT_API_BASE'])(
    'an address in the settings that paths are added to has neither query nor fragment: %s',
    (name) => {
      for (const tail of ['?a=1', '#/', '/?', '/#']) {
        expect(faultsOf({ [name]: `https://api.example.com${tail}` })).toEqual([
          expect.stringMatching(new RegExp(`^${name} has a query or a fragment: set it to`)),
        ])
      }
    },
  )

  it.each(['PUBLIC_URL', 'WEB_APP_URL', 'WECHAT_API_BASE', 'SMS_HOOK_URL', 'HUMAN_CHECK_URL'])(
    'an address in the settings that requests are sent to has neither user nor password: %s',
    (name) => {
      for (const user of ['me:hush', 'me', ':hush']) {
        const faults = faultsOf({ [name]: `https://${user}@api.example.com` })
        expect(faults).toEqual([
          expect.stringMatching(new RegExp(`^${name} has a user or a password: set it to`)),
        ])
        expect(faults.join()).not.toContain('hush')
      }
    },
  )

  it.each(['[::1]', '0.0.0.0:80', 'http://0.0.0.0', 'a b', '::1/64'])(
    'an address in the settings to listen at is one alone, or is named as what is wrong: HOST=%s',
    (HOST) => {
      expect(faultsOf({ HOST })).toEqual([
        `HOST is "${HOST}": set it to an address or a name alone, such as 0.0.0.0 or ::.`,
      ])
    },
  )

  it('an address in the settings to listen at may be of one network card', () => {
    const env = { HOST: 'fe80::1%eth0', PUBLIC_URL: 'https://api.example.com' }
    expect(readSettings(env).host).toBe('fe80::1%eth0')
  })

  it('an address in the settings that is a hook is called as it stands', () => {
    const url = 'https://sms.example.com/send/?kind=code'
    expect(readSettings({ SMS_HOOK_URL: url }).mailer.sms).toMatchObject({ url })
    expect(readSettings({ HUMAN_CHECK_URL: url }).humanCheck?.url).toBe(url)
  })

  it('an address in the settings that is missing beside the token for it is named', () => {
    expect(faultsOf({ HUMAN_CHECK_TOKEN: 'a-token' })).toEqual([
      'HUMAN_CHECK_TOKEN stands alone: set HUMAN_CHECK_URL too, or no one is checked.',
    ])
  })
})
