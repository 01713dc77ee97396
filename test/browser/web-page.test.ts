import { ENGINES } from '../../scripts/browser/find-program'
import { hashIs, openTab, seen, visitsIn } from './kit/web-visits'

describe.each(ENGINES)('the web build as a web page in %s', (engine) => {
  const { visit, site } = visitsIn(engine)

  it(
    'the web build opens without localStorage, as a guest without a memory',
    visit(async (page) => void (await seen(page, 'session-retry')), {
      before: () => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError')
          },
        })
      },
    }),
  )

  it(
    'the web build leads from a page that does not exist home, with a word, at first and later',
    visit(
      async (page) => {
        await seen(page, 'session-retry')
        await hashIs(page, 'pages/home/index')
        await page.evaluate(() => void (location.hash = '#/pages/gone/index'))
        await hashIs(page, 'pages/home/index')
        await page.waitForFunction(() => /Page not found|页面不存在/.test(document.body.innerText))
      },
      { path: '/#/pages/nowhere/index' },
    ),
  )

  it(
    'the web build names the language of the document, also after another was chosen',
    visit(async (page) => {
      await seen(page, 'session-retry')
      await openTab(page, 'me')
      await (await seen(page, 'me-language')).click()
      await (await seen(page, 'language-en')).click()
      await page.waitForFunction(() => document.documentElement.lang === 'en')
    }),
  )

  it(
    'the web build shows one language from its first frame on',
    visit(
      async (page) => {
        await seen(page, 'session-retry')
        await page.waitForFunction(() => sessionStorage.getItem('frames')?.includes('Home'))
        const frames = await page.evaluate(() => sessionStorage.getItem('frames') ?? '')
        expect(frames).toContain('en Home')
        expect(frames).not.toMatch(/zh-CN \S|[一-龥]/)
      },
      {
        before: () => {
          Object.defineProperty(navigator, 'language', { get: () => 'en' })
          sessionStorage.removeItem('frames')
          const keep = () => {
            const words = [...document.querySelectorAll('.weui-tabbar__label')]
              .map(({ textContent }) => textContent)
              .join(' ')
            const frame = `${document.documentElement.lang} ${words}`
            const frames = sessionStorage.getItem('frames') ?? ''
            if (!frames.endsWith(frame)) sessionStorage.setItem('frames', `${frames}\n${frame}`)
            requestAnimationFrame(keep)
          }
          requestAnimationFrame(keep)
        },
      },
    ),
  )

  it(
    'the web build shows a failure when a part of the app does not arrive, and loads it when asked again',
    visit(async (page) => {
      await seen(page, 'session-register')
      site().lose(/^\/js\/.+\.js$/)
      await (await seen(page, 'session-register')).click()
      const retry = await seen(page, 'script-lost-retry')
      site().lose()
      await retry.click()
      await seen(page, 'register-name')
    }),
  )

  it(
    'the web build has a description, an icon, a manifest, colours of its own and a policy without scripts of strangers',
    visit(async (page) => {
      const head = await page.evaluate(() => ({
        description: document.querySelector('meta[name=description]')?.getAttribute('content'),
        colours: document.querySelectorAll('meta[name=theme-color]').length,
        policy: document
          .querySelector('meta[http-equiv=Content-Security-Policy]')
          ?.getAttribute('content'),
        files: [...document.querySelectorAll('link[rel=icon], link[rel=manifest]')].map((link) =>
          link.getAttribute('href'),
        ),
      }))
      expect(head.description?.length).toBeGreaterThan(10)
      expect(head.colours).toBe(2)
      expect(head.policy).toMatch(/script-src 'self' 'sha256-[^']+'(;|$)/)
      for (const file of [...head.files, '/robots.txt']) {
        const answer = await fetch(`${site().url}${file}`)
        expect(answer.headers.get('content-type')).not.toContain('text/html')
      }
    }),
  )

  it(
    'Back and the same button stay in use when a part of the app is lost, and nothing is said of it once it is there',
    visit(async (page) => {
      await (await seen(page, 'home-notes')).click()
      await seen(page, 'note-write')
      site().lose(/^\/(js|css)\/.+/)
      await page.evaluate(() => void (location.hash = '/pages/web/register/index'))
      await seen(page, 'script-lost-retry')
      await page.goBack()
      await hashIs(page, 'pages/notes/index')
      await seen(page, 'note-write')
      site().lose()
      await page.evaluate(() => void (location.hash = '/pages/web/register/index'))
      await seen(page, 'register-name')
      await page.waitForSelector('[id="script-lost"]', { hidden: true })
    }),
  )
})
