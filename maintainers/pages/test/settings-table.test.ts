import { readFileSync } from 'node:fs'
import { readSettings } from '../../../config/settings'

/** What a fresh clone has. */
const shipped = Object.fromEntries(
  [...readFileSync('.env', 'utf8').matchAll(/^(TARO_APP_\w+)=(.*)$/gm)].map(
    ([, name = '', value = '']) => [name, value],
  ),
)

/** The variables that a build reads. */
const read = () => {
  const asked = new Set<string>()
  const spy = new Proxy(shipped, {
    get: (values, name: string) => {
      asked.add(name)
      return values[name]
    },
  })
  const outcome = readSettings(spy)
  return { outcome, asked: [...asked].filter((name) => name.startsWith('TARO_APP_')).sort() }
}

describe('the settings that .env explains', () => {
  it('the settings that .env explains are those that a build reads, and right', () => {
    const { outcome, asked } = read()
    expect(outcome).toHaveProperty('settings')
    expect(asked).toEqual(Object.keys(shipped).sort())
  })

  it.each(['docs/settings.md', 'docs/settings.en.md'])(
    'the settings that .env explains are all in the table of %s, with their defaults',
    (file) => {
      const rows = readFileSync(file, 'utf8').matchAll(
        /^\| `(TARO_APP_\w+)` +\| `(.*?)` +\| (.+?) +\|$/gm,
      )
      const told = Object.fromEntries([...rows].map(([, name = '', value = '']) => [name, value]))
      expect(told).toEqual(shipped)
    },
  )
})
