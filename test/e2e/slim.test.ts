import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildForeignApp, refusalOfForeignApp } from '../kit/build-foreign-app'
import { watchForeignApp } from '../kit/watch-foreign-app'
import { useWorld } from './kit/use-world'

const MADE = '.cache/test/foreign/made'
const IN_DEVELOPMENT = '.cache/test/foreign/development'
const NEEDY = '.cache/test/foreign/needy'
const NEEDY_WITHOUT = '.cache/test/foreign/needy-without'

const BUILD_MS = 240_000

describe('another Taro app with config/slim', () => {
  const { open } = useWorld(join(MADE, 'dist'))
  const template = () => readFileSync(join(MADE, 'dist/base.wxml'), 'utf8')

  beforeAll(() => buildForeignApp(MADE), BUILD_MS)

  it('a Taro app with config/slim has a template for pictures without events, which Taro draws by another name', () => {
    const pictures = template().match(/<image [^>]*>/g) ?? []
    expect(pictures.some((picture) => !picture.includes('bind'))).toBe(true)
  })

  it('a Taro app with config/slim draws class components, and views deeper than its templates', async () => {
    const app = await open('slim-ada')
    expect(app.text('innermost')).toBe('deep')
    await app.tap('counter')
    expect(app.text('counter')).toBe('Count 1')
  })

  it('a Taro app with config/slim receives the events that its scripts name: scrolling, touches inside a custom wrapper, a picker', async () => {
    const app = await open('slim-bert')
    await app.scroll('list', 'bottom')
    expect(app.text('ends')).toBe('1')
    await app.tap('touch')
    expect(app.text('touch')).toBe('1')
    await app.pick('fruit', 1)
    expect(app.text('picked')).toBe('pear')
  })

  it('a Taro app with config/slim leaves controlled fields to the app: digits only, and cleared by a button', async () => {
    const app = await open('slim-cora')
    await app.input('digits', '1a2')
    expect(app.value('digits')).toBe('12')
    await app.input('digits', '12b')
    expect(app.attribute('digits', 'value')).toBe('12')
    await app.input('text', 'hello')
    expect(app.text('said')).toBe('12|hello')
    await app.tap('clear')
    expect(app.text('said')).toBe('12|')
  })

  it('a Taro app with config/slim catches the moves over a view that says so, and writes no template for more than four of them in each other', () => {
    const catching = template().match(/<view [^>]*catchtouchmove="eh"/g) ?? []
    expect(catching).toHaveLength(4)
  })

  it('a Taro app with config/slim has templates for what its scripts name, and for nothing else', () => {
    expect(template()).toContain('scroll-y=')
    expect(template()).toContain('lazy-load=')
    expect(template()).toContain('bindtouchstart=')
    for (const unnamed of [
      'hover-stay-time=',
      'bindanimationend=',
      'hover-start-time=',
      'animation=',
      'overflow=',
      'refresher-enabled=',
      '<swiper',
    ]) {
      expect(template()).not.toContain(unnamed)
    }
    const styles = /\["[^\]]*"marginTop"[^\]]*\]/.exec(
      readFileSync(join(MADE, 'dist/taro.js'), 'utf8'),
    )
    expect(styles?.[0]).toContain('"backgroundColor"')
    expect(styles?.[0]).not.toContain('"borderBlockEnd"')
  })
})

describe('another Taro app with config/slim, in development', () => {
  const { open } = useWorld(join(IN_DEVELOPMENT, 'dist'))

  beforeAll(() => watchForeignApp(IN_DEVELOPMENT), BUILD_MS)

  it('a Taro app with config/slim names in the console the attribute made at run time that its template left out', async () => {
    const app = await open('slim-dora')
    const lines = app.console
      .map(({ values }) => values.join(' '))
      .filter((text) => text.includes('[slim]'))
    expect(lines).toContainEqual(expect.stringContaining('<view> has no "hoverStayTime"'))
    expect(lines).toContainEqual(expect.stringContaining('nested deeper than 10'))
  })
})

describe('a Taro app that needs what config/slim takes out', () => {
  const needy = `
    import { Suspense } from 'react'
    import { View } from '@tarojs/components'
    export default function IndexPage() {
      const { hash } = new URL('https://example.com/#a')
      const html = hash + location.href + window.history.length
      return <Suspense><View dangerouslySetInnerHTML={{ __html: html }} /></Suspense>
    }
  `
  const files = { 'src/pages/index/index.tsx': needy }

  it(
    'a Taro app that needs what config/slim takes out fails to build, with a sentence for each thing and the lever that took it',
    async () => {
      const failure = await refusalOfForeignApp(NEEDY, files)
      expect(failure).toContain('index.tsx sets HTML')
      expect(failure).toContain('index.tsx uses Suspense, which the lever "suspense" takes out')
      for (const name of ['URL', 'location', 'window.history']) {
        expect(failure).toContain(`index.tsx uses ${name}, which the lever "bom" takes out`)
      }
    },
    BUILD_MS,
  )

  it(
    'a Taro app that needs what config/slim takes out builds with those levers switched off',
    async () => {
      const config = readFileSync('test/kit/foreign-app/config/index.ts', 'utf8')
      const off = config.replace(
        "join(__dirname, 'slim')",
        "[join(__dirname, 'slim'), { bom: false, innerHtml: false, suspense: false }]",
      )
      const built = await buildForeignApp(NEEDY_WITHOUT, { ...files, 'config/index.ts': off })
      expect(readFileSync(join(built, 'taro.js'), 'utf8')).toContain('innerHTML')
    },
    BUILD_MS,
  )
})
