import type { EnginePage as Page } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { PAGES, type PageName } from '../../src/features/navigation/routes'
import { focused, openTab, seen, visitsIn } from './kit/web-visits'

const PASSWORD = 'a long enough password'

/** Lets a file dialog answer with a picture at once: no engine's driver has one in common with the others. */
const choosesPicture = () => {
  const dots = atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  )
  const file = new File([Uint8Array.from(dots, (dot) => dot.charCodeAt(0))], 'dot.png', {
    type: 'image/png',
  })
  const { click } = HTMLElement.prototype
  HTMLInputElement.prototype.click = function answer(this: HTMLInputElement) {
    if (this.type !== 'file') return click.call(this)
    const chosen = new DataTransfer()
    chosen.items.add(file)
    this.files = chosen.files
    this.dispatchEvent(new Event('change'))
  }
}

describe.each(ENGINES)('the web build for those who do not see it, in %s', (engine) => {
  const { visit } = visitsIn(engine)
  let people = 0

  const registers = async (page: Page) => {
    people += 1
    await (await seen(page, 'session-register')).click()
    await (await seen(page, 'register-name')).type(`named_${engine}_${people}`)
    await (await seen(page, 'register-password')).type(PASSWORD)
    await (await seen(page, 'register-submit')).click()
    await seen(page, 'session-name')
    return `named_${engine}_${people}`
  }
  const goTo = (page: Page, name: PageName) =>
    page.evaluate((hash: string) => void (location.hash = hash), `/${PAGES[name]}`)
  const attributeOf = (page: Page, id: string, name: string) =>
    page.$eval(`[id="${id}"]`, (node, attribute) => node.getAttribute(attribute), name)

  it(
    'the web build names each of two passwords, and the state of the eye beside it',
    visit(async (page) => {
      await registers(page)
      await goTo(page, 'password')
      const eye = await seen(page, 'password-new-show')
      const name = await attributeOf(page, 'password-new-show', 'aria-label')
      expect(name).not.toBe(await attributeOf(page, 'password-old-show', 'aria-label'))
      expect(await attributeOf(page, 'password-new-show', 'aria-pressed')).toBe('false')
      await eye.click()
      await page.waitForSelector('[id="password-new-show"][aria-pressed="true"]')
      expect(await attributeOf(page, 'password-new-show', 'aria-label')).toBe(name)
      expect(await attributeOf(page, 'password-new', 'type')).toBe('text')
    }),
  )

  it(
    'the web build shows password managers whose password a form changes, and no one else',
    visit(async (page) => {
      const name = await registers(page)
      await goTo(page, 'password')
      await seen(page, 'password-new')
      const whose = await page.$eval('#password-form [autocomplete=username]', (node) => ({
        value: (node as HTMLInputElement).value,
        isDrawn: node.checkVisibility(),
      }))
      expect(whose).toEqual({ value: name, isDrawn: false })
    }),
  )

  it(
    'the web build has a heading over each part of a page, below the one title',
    visit(async (page) => {
      await seen(page, 'session-register')
      await goTo(page, 'privacy')
      await page.waitForSelector('h2.legal-heading', { visible: true })
      const levels = await page.evaluate(() =>
        [...document.querySelectorAll('h1, h2, h3')]
          .filter((heading) => heading.checkVisibility())
          .map(({ tagName }) => tagName),
      )
      expect(levels.slice(0, 2)).toEqual(['H1', 'H2'])
      expect(levels.filter((level) => level === 'H1')).toHaveLength(1)
    }),
  )

  it(
    'the arrow keys move among the choices of a list in the web build, and Tab passes them by',
    visit(async (page) => {
      await seen(page, 'session-register')
      await openTab(page, 'me')
      await (await seen(page, 'me-language')).click()
      await (await seen(page, 'language-system')).focus()
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('language-zh-CN')
      await page.keyboard.press('ArrowRight')
      expect(await focused(page)).toBe('language-en')
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).toBe('language-system')
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('language-system')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForSelector('[id="language"]', { hidden: true })
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    }),
  )

  it(
    'the web build leads to the first field that is wrong, and leaves the focus where it is while a button works',
    visit(async (page) => {
      await seen(page, 'session-register')
      await (await seen(page, 'session-register')).click()
      await (await seen(page, 'register-submit')).click()
      await page.waitForFunction(() => document.activeElement?.id === 'register-name')
      const shown = await attributeOf(page, 'register-name', 'aria-describedby')
      expect(shown).toBe('register-name-under')
      await (await seen(page, 'register-name')).type(`busy_${engine}`)
      await (await seen(page, 'register-password')).type('password')
      await (await seen(page, 'register-submit')).focus()
      await page.keyboard.press('Enter')
      await page.waitForSelector('[role=alert]', { visible: true })
      expect(await focused(page)).toBe('register-submit')
    }),
  )

  it(
    'the web build lets a picture be chosen for the profile and for a note, and names it',
    visit(
      async (page) => {
        await registers(page)
        await goTo(page, 'profile')
        await (await seen(page, 'profile-avatar')).click()
        await page.waitForSelector('[id="profile-avatar"] img')
        await goTo(page, 'noteEdit')
        await (await seen(page, 'note-picture-add')).click()
        const picture = await page.waitForSelector('img.note-thumb-picture')
        expect(await picture?.evaluate((node) => node.getAttribute('alt'))).toMatch(/ 1$/)
        expect(await attributeOf(page, 'note-picture-remove-0', 'aria-label')).toMatch(/ 1$/)
      },
      { before: choosesPicture },
    ),
  )
})
