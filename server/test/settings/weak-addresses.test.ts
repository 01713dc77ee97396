import { networkOf } from '../../src/settings/network'
import { faultsOf, READY } from '../kit/production'

const onlyFault = (name: string, value: string | undefined): string => {
  const faults = faultsOf({ ...READY, [name]: value })
  expect(faults).toHaveLength(1)
  return faults[0] ?? ''
}

describe('an address', () => {
  const HERE =
    'localhost LOCALHOST localhost. api.localhost localhost.localdomain 127.0.0.1 127.1 127.9.9.9 0 0.0.0.0 2130706433 0x7f000001 0x7f.1 0177.0.0.1 169.254.169.254 [::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [fe80::1]'
  const INSIDE =
    '10.1.2.3 172.16.0.1 172.31.255.1 192.168.1.1 3232235777 100.64.0.1 [fd00::1] [::ffff:10.0.0.1] 224.0.0.1 255.255.255.255 server sms.internal nas.local'
  const OUT =
    'api.example.com 8.8.8.8 172.32.0.1 [2400:3200::1] api.example.com. localhost.example.com'

  it.each([
    ['this machine', HERE],
    ['private', INSIDE],
    ['public', OUT],
  ])('a local address of %s is known however it is spelled', (network, hosts) => {
    for (const host of hosts.split(' ')) {
      expect([host, networkOf(`https://${host}:8443/x`)]).toEqual([host, network])
    }
    expect(networkOf('smtps://me:hush@127.1:465')).toBe('this machine')
  })

  it.each(['PUBLIC_URL', 'WEB_APP_URL', 'WECHAT_API_BASE'])(
    'an address in %s has to be https and public',
    (name) => {
      for (const host of [...HERE.split(' '), ...INSIDE.split(' ')]) {
        expect(onlyFault(name, `https://${host}`)).toMatch(new RegExp(`^${name} `))
      }
      expect(onlyFault(name, 'http://api.example.com')).toMatch(new RegExp(`^${name} `))
      expect(faultsOf({ ...READY, [name]: ' https://api.example.com ' })).toEqual([])
    },
  )

  it('the address text messages go to is encrypted, and not the simulator’s; it may be inside', () => {
    expect(onlyFault('SMS_HOOK_URL', 'http://sms.example.com')).toMatch(/^SMS_HOOK_URL .*https/)
    for (const host of HERE.split(' ')) {
      expect(onlyFault('SMS_HOOK_URL', `https://${host}`)).toContain('SMS_HOOK_URL')
    }
    expect(faultsOf({ ...READY, SMS_HOOK_URL: 'https://10.0.0.7/sms' })).toEqual([])
  })

  it.each([
    ['smtp://me:hush@mail.example.com:587', false],
    ['smtp://me:hush@mail.example.com:587?requireTLS=false', false],
    ['smtps://me:hush@mail.example.com:465?tls.rejectUnauthorized=false', false],
    ['smtps://me:hush@mail.example.com:465?tls.rejectUnauthorized=', false],
    ['smtps://me:hush@mail.example.com:465?tls.rejectUnauthorized=00', false],
    ['smtps://me:hush@mail.example.com:465?tls%2ErejectUnauthorized=%66alse', false],
    ['smtps://me:hush@mail.example.com:465?tls.rejectUnauthorized=true', true],
    ['smtp://me:hush@mail.example.com:587?requireTLS=true', true],
    ['smtp://127.0.0.1:25', true],
    ['smtp://localhost:25', true],
  ])('the address of the mail server %s: encrypted is %s', (url, isSafe) => {
    const faults = faultsOf({ ...READY, SMTP_URL: url })
    expect(faults.join()).not.toContain('hush')
    expect(faults).toEqual(isSafe ? [] : [expect.stringMatching(/^SMTP_URL .*smtps:/)])
  })
})

describe('what is misspelled', () => {
  it.each(['prod', 'Production', 'PRODUCTION', 'staging', '"production"', 'unknown'])(
    'a misspelled NODE_ENV stops the server: %s',
    (value) => {
      expect(onlyFault('NODE_ENV', value)).toBe(
        `NODE_ENV is "${value}": set it to one of development, test, production.`,
      )
      expect(faultsOf({ NODE_ENV: value }).length).toBeGreaterThan(5)
    },
  )

  it('a NODE_ENV with blanks around it means the same', () => {
    expect(faultsOf({ NODE_ENV: ' production\n' }).length).toBeGreaterThan(5)
    expect(faultsOf({ ...READY, NODE_ENV: 'production ', BAAS_CLIENT_ID: ' our-app ' })).toEqual([])
    for (const NODE_ENV of [undefined, '', ' ', 'test', 'development']) {
      expect(faultsOf({ NODE_ENV })).toEqual([])
    }
  })

  it.each([
    ['BAAS_CLIENT_ID', 'Starter-Dev'],
    ['BAAS_CLIENT_ID', 'starter_dev'],
    ['WECHAT_APPID', 'TouristAppID'],
    ['WECHAT_SECRET', 'SIMULATOR_SECRET'],
  ])('a misspelled default is still the default: %s=%s', (name, value) => {
    expect(onlyFault(name, value)).toMatch(new RegExp(`^${name} `))
  })

  it.each(['true', '-1', '1.5', '0x1', '1e1', '10', '99', 'all', '10.0.0.0/8'])(
    'a misspelled TRUSTED_PROXIES is no number of proxies: %s',
    (value) => {
      expect(onlyFault('TRUSTED_PROXIES', value)).toMatch(/: set it to a whole number from 0 to 9/)
    },
  )
})

it('an empty production configuration is refused with all its faults at once, a sentence and a remedy each', () => {
  const faults = faultsOf({ NODE_ENV: 'production' })
  const names = faults.map((fault) => fault.split(' ')[0])
  expect(new Set(names).size).toBe(names.length)
  for (const fault of faults) expect(fault).toMatch(/set|make/)
  expect(names).toEqual(
    expect.arrayContaining(['DATA_KEYS', 'INDEX_KEY', 'WECHAT_SECRET', 'PUBLIC_URL', 'Mail']),
  )
})
