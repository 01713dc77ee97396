import type { LaunchOptions } from '../../../host/launch'
import { logOf, onePage, run } from '../bundle'

const SCRIPT = `Page({
  loaded({ currentTarget }) { console.log(currentTarget.id, 'loads') },
  failed({ currentTarget }) { console.log(currentTarget.id, 'fails') },
})`
const image = (id: string, src: string) =>
  `<image id="${id}" src="${src}" bindload="loaded" binderror="failed" />`
const PAGE = onePage(
  SCRIPT,
  [
    image('http', 'http://127.0.0.1:8787/a.png'),
    image('https', 'https://example.com/a.png'),
    image('temporary', 'http://tmp/000001.png'),
    image('data', 'data:image/png;base64,AA=='),
    image('inherited', '//example.com/a.png'),
  ].join(''),
)

const heard = async (libVersion: string, version: 'develop' | 'trial' | 'release') => {
  const options: Partial<LaunchOptions> = { device: { libVersion }, registration: { version } }
  const app = await run(PAGE, options)
  app.close()
  return logOf(app).filter((line) => line.endsWith('fails'))
}

describe('a picture of an http address', () => {
  it.each([
    ['3.8.7', 'develop'],
    ['3.17.5', 'develop'],
    ['3.8.7', 'trial'],
  ] as const)(
    'a picture of an http address is not loaded on base library %s in a %s version, and no other fails',
    async (library, version) => {
      expect(await heard(library, version)).toEqual(['http fails'])
    },
  )

  it.each([
    ['3.8.6', 'develop'],
    ['3.8.7', 'release'],
    ['2.10.4', 'trial'],
  ] as const)(
    'a picture of an http address is loaded on base library %s in a %s version',
    async (library, version) => {
      expect(await heard(library, version)).toEqual([])
    },
  )
})
