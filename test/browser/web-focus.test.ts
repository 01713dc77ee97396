import { ENGINES } from '../../scripts/browser/find-program'
import { TAB_NAMES } from '../../src/features/navigation/routes'
import { focused, hashIs, openTab, seen, visitsIn } from './kit/web-visits'

describe.each(ENGINES)('focus and Back in the web build in %s', (engine) => {
  const { visit } = visitsIn(engine)

  it(
    'the web build keeps the focus inside an open dialog, lets Escape close it from anywhere, and returns the focus',
    visit(async (page) => {
      await seen(page, 'session-retry')
      await openTab(page, 'me')
      const cell = await seen(page, 'me-language')
      await cell.focus()
      await page.keyboard.press('Enter')
      await seen(page, 'language')
      for (let press = 0; press < 7; press += 1) {
        await page.keyboard.press('Tab')
        const inside = await page.evaluate(
          () => document.getElementById('language')?.contains(document.activeElement) === true,
        )
        expect(inside).toBe(true)
      }
      expect(
        await page.evaluate(() => document.getElementById('app')?.closest('[inert]') !== null),
      ).toBe(true)
      await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      await page.keyboard.press('Escape')
      await page.waitForSelector('[id="language"]', { hidden: true })
      expect(await focused(page)).toContain('me-language')
      expect(
        await page.evaluate(() => document.getElementById('app')?.closest('[inert]') !== null),
      ).toBe(false)
    }),
  )

  it(
    'the web build leads a guest from a sheet to the page where they sign in, and shows the sheet again after Back',
    visit(async (page) => {
      await (await seen(page, 'home-notes')).click()
      await (await seen(page, 'note-write')).click()
      await (await seen(page, 'gate-sign-in')).click()
      await (await seen(page, 'sign-in-name')).type('lin')
      expect(await page.evaluate(() => document.getElementById('gate'))).toBeNull()
      await page.goBack()
      await seen(page, 'gate-sign-in')
    }),
  )

  it(
    'the web build leads a guest who signed in from a sheet back to the page they were on, and no copy of it, and goes on from there',
    visit(async (page) => {
      await (await seen(page, 'home-notes')).click()
      await (await seen(page, 'note-write')).click()
      await page.evaluate(() => {
        const opened = new Set<string>()
        new MutationObserver(() => {
          for (const { id } of document.querySelectorAll('.taro_page')) opened.add(id)
        }).observe(document.body, { childList: true, subtree: true })
        Object.assign(globalThis, { opened })
      })
      await (await seen(page, 'gate-sign-in')).click()
      await (await seen(page, 'sign-in-register')).click()
      await (await seen(page, 'register-name')).type(`led_back_${engine}`)
      await (await seen(page, 'register-password')).type('a long enough password')
      await page.keyboard.press('Enter')
      await seen(page, 'note-title')
      const lists = await page.evaluate(() =>
        [...(globalThis as unknown as { opened: Set<string> }).opened].filter((id) =>
          id.startsWith('/pages/notes/index'),
        ),
      )
      expect(lists).toHaveLength(1)
    }),
  )

  it(
    'the web build asks a guest by one sheet on the page they are on, and not on the one below it as well',
    visit(async (page) => {
      await (await seen(page, 'home-notes')).click()
      await (await seen(page, 'note-0')).click()
      await seen(page, 'note-heading')
      // The list below has a button of the same name.
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('[id="note-write"]')].pop()?.click(),
      )
      await seen(page, 'gate-sign-in')
      expect(await page.evaluate(() => document.querySelectorAll('[id="gate"]').length)).toBe(1)
      await (await seen(page, 'gate-sign-in')).click()
      await seen(page, 'sign-in-name')
      expect(await page.evaluate(() => document.getElementById('gate'))).toBeNull()
    }),
  )

  it(
    'the web build moves the focus to the heading of a page that opens, and back to what opened it',
    visit(async (page) => {
      const opener = await seen(page, 'session-register')
      await opener.focus()
      await page.keyboard.press('Enter')
      await seen(page, 'register-name')
      await page.waitForFunction(() => document.activeElement?.className === 'page-title')
      await page.goBack()
      await page.waitForFunction(() => document.activeElement?.id === 'session-register')
    }),
  )

  it(
    "the browser's Back leads from Me back to Home, and the web build names the tab that is open",
    visit(async (page) => {
      await seen(page, 'session-retry')
      await openTab(page, 'me')
      await hashIs(page, 'pages/me/index')
      await page.waitForFunction(
        (wanted: number) =>
          document.querySelectorAll('.weui-tabbar__item')[wanted]?.getAttribute('aria-current') ===
          'page',
        {},
        TAB_NAMES.indexOf('me'),
      )
      expect(
        await page.evaluate(() => document.querySelectorAll('a[href^="javascript:"]').length),
      ).toBe(0)
      await page.goBack()
      await hashIs(page, 'pages/home/index')
      await seen(page, 'session-retry')
    }),
  )
})
