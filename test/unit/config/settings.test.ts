import { readSettings, shippingWarnings } from '../../../config/settings'

const good = {
  TARO_APP_BAAS_HOST: 'https://api.example.com/',
  TARO_APP_BAAS_CLIENT_ID: 'starter-dev',
  TARO_APP_CREATE_USER_ON_LAUNCH: 'false',
}

describe('build settings', () => {
  it('are read and normalised', () => {
    expect(readSettings(good)).toEqual({
      settings: {
        baasHost: 'https://api.example.com',
        baasClientId: 'starter-dev',
        createUserOnLaunch: false,
      },
    })
  })

  it.each(Object.keys(good))('name %s when it is missing', (name) => {
    const outcome = readSettings({ ...good, [name]: '  ' })
    expect(outcome).toEqual({ faults: [expect.stringMatching(`^${name} is missing`)] })
  })

  it.each([
    ['TARO_APP_BAAS_HOST', 'api.example.com'],
    ['TARO_APP_BAAS_HOST', 'https://api.example.com/v1'],
    ['TARO_APP_BAAS_CLIENT_ID', 'two words'],
    ['TARO_APP_CREATE_USER_ON_LAUNCH', 'yes'],
  ])('name %s when it is malformed (%s)', (name, value) => {
    const outcome = readSettings({ ...good, [name]: value })
    expect(outcome).toEqual({ faults: [expect.stringContaining(`${name} is "${value}"`)] })
  })

  it('tell every fault at once', () => {
    expect(readSettings({})).toEqual({
      faults: [expect.anything(), expect.anything(), expect.anything()],
    })
  })

  it('warn before a build is shipped that phones cannot use', () => {
    const local = {
      baasHost: 'http://127.0.0.1:8787',
      baasClientId: 'x',
      createUserOnLaunch: false,
    }
    expect(shippingWarnings(local, 'production')).toHaveLength(1)
    expect(shippingWarnings(local, 'development')).toHaveLength(0)
    expect(shippingWarnings({ ...local, baasHost: 'https://a.b' }, 'production')).toHaveLength(0)
  })
})
