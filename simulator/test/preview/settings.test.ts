import {
  CHOICES,
  defaultSettings,
  deviceOf,
  needsRelaunch,
  registrationOf,
  withChoices,
  type Settings,
} from '../../preview/panel/model/settings'
import { textsIn } from '../../preview/panel/texts/texts'

const base = defaultSettings('zh-CN', false)
const choose = (query: string) => {
  const given = new URLSearchParams(query)
  return withChoices(base, (name) => given.get(name))
}

describe('the settings of the panel', () => {
  it('the settings of the panel begin in the language and light of the browser', () => {
    expect(defaultSettings('zh-TW', true)).toMatchObject({ language: 'zh', theme: 'dark' })
    expect(defaultSettings('de', false)).toMatchObject({ language: 'en', theme: 'light' })
  })

  it('the settings of the panel are taken from an address', () => {
    expect(choose('person=bob&network=offline&library=2.27.0')).toEqual({
      ...base,
      person: 'bob',
      network: 'offline',
      library: '2.27.0',
    })
  })

  it.each(['network=fast', 'library=9.9.9', 'theme=', 'person=', 'person=%20', 'unknown=1'])(
    'the settings of the panel stay as they are for %s',
    (query) => {
      expect(choose(query)).toEqual(base)
    },
  )

  it('the settings of the panel describe the phone', () => {
    const device = deviceOf({ ...base, device: 'android', language: 'en', library: '2.15.0' })
    expect(device).toMatchObject({ platform: 'android', language: 'en', libVersion: '2.15.0' })
  })

  it('the settings of the panel take built-ins away, and make the phone slow', () => {
    const slow = deviceOf(choose('library=2.15.0&engine=oldest&setData=300&event=100'))
    expect(slow).toMatchObject({
      libVersion: '2.15.0',
      engine: 'oldest',
      speed: { setDataMs: 300, eventMs: 100 },
    })
    expect(deviceOf(base)).toMatchObject({
      libVersion: '3.11.3',
      engine: 'current',
      speed: { setDataMs: 0, eventMs: 0 },
    })
  })

  it('the settings of the panel know the kinds of devices by their names at WeChat', () => {
    const platforms = CHOICES.device.map((device) => deviceOf({ ...base, device }).platform)
    expect([...new Set(platforms)].sort()).toEqual([
      ...['android', 'devtools', 'ios', 'mac', 'ohos', 'ohos_pc', 'windows'],
    ])
  })

  it('the settings of the panel say which version of the mini-program runs', () => {
    expect(registrationOf(choose('version=trial'))).toMatchObject({ version: 'trial' })
    expect(registrationOf(base)).toMatchObject({ version: 'release' })
  })

  it('the settings of the panel have a text for each choice, in both languages', () => {
    const keys = [
      ...CHOICES.library.map((value) => `library-${value}`),
      ...CHOICES.engine.map((value) => `engine-${value}`),
      ...CHOICES.typing.map((value) => `typing-${value}`),
      ...CHOICES.version.map((value) => `version-${value}`),
      ...CHOICES.device.map((value) => `device-${value}`),
    ] as const
    for (const language of ['zh', 'en'] as const) {
      const texts = textsIn(language)
      expect(keys.filter((key) => texts[key as keyof typeof texts] === undefined)).toEqual([])
    }
  })

  it.each<[keyof Settings, string, boolean]>([
    ['person', 'bob', true],
    ['library', '2.15.0', true],
    ['engine', 'oldest', true],
    ['setData', '300', true],
    ['event', '30', true],
    ['typing', 'keys', true],
    ['version', 'develop', true],
    ['language', 'en', true],
    ['era', 'anonymous', true],
    ['theme', 'dark', false],
    ['network', 'offline', false],
    ['answering', 'allow', false],
  ])('a change of the setting %s to %s opens the app anew: %s', (name, value, relaunches) => {
    expect(needsRelaunch(base, { ...base, [name]: value })).toBe(relaunches)
  })
})
