import {
  defaultSettings,
  deviceOf,
  needsRelaunch,
  withChoices,
  type Settings,
} from '../../preview/panel/model/settings'

const base = defaultSettings('zh-CN', false)
const choose = (query: string) => {
  const given = new URLSearchParams(query)
  return withChoices(base, (name) => given.get(name))
}

describe('the settings of the panel', () => {
  it('begin in the language and light of the browser', () => {
    expect(defaultSettings('zh-TW', true)).toMatchObject({ language: 'zh', theme: 'dark' })
    expect(defaultSettings('de', false)).toMatchObject({ language: 'en', theme: 'light' })
  })

  it('are taken from an address', () => {
    expect(choose('person=bob&network=offline&library=2.27.0')).toEqual({
      ...base,
      person: 'bob',
      network: 'offline',
      library: '2.27.0',
    })
  })

  it.each(['network=fast', 'library=9.9.9', 'theme=', 'person=', 'person=%20', 'unknown=1'])(
    'stay as they are for %s',
    (query) => {
      expect(choose(query)).toEqual(base)
    },
  )

  it('describe the phone', () => {
    const device = deviceOf({ ...base, device: 'android', language: 'en', library: '2.15.0' })
    expect(device).toMatchObject({ platform: 'android', language: 'en', libVersion: '2.15.0' })
  })

  it.each<[keyof Settings, string, boolean]>([
    ['person', 'bob', true],
    ['library', '2.15.0', true],
    ['language', 'en', true],
    ['era', 'anonymous', true],
    ['theme', 'dark', false],
    ['network', 'offline', false],
    ['answering', 'allow', false],
  ])('a change of %s to %s opens the app anew: %s', (name, value, relaunches) => {
    expect(needsRelaunch(base, { ...base, [name]: value })).toBe(relaunches)
  })
})
