import type { EnginePage } from '../../scripts/browser/engine-page'
import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

const HEARS = `Page({
  data: { heard: '', n: 0 },
  key({ detail }) { this.setData({ heard: this.data.heard + detail.value + ' ' + detail.cursor + '; ' }) },
  tick() { this.setData({ n: this.data.n + 1 }) },
})`
const FIELD =
  '<input id="f" bindinput="key" /><view id="h">{{heard}}</view><view id="n" bindtap="tick">{{n}}</view>'

/**
 * What a browser does to a field while an input method composes "ni" and puts 你 in its place. Chromium sends the
 * finished text before compositionend; Firefox and WebKit after it, as an input event that composes no longer.
 */
const compose = (page: EnginePage, order: string) =>
  page.evaluate((last: string) => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    const inside = phone?.contentDocument
    const field = inside?.querySelector('wx-input')?.shadowRoot?.querySelector('input')
    if (!field) throw new Error('There is no field.')
    const base = field.value
    const send = (name: string, isComposing: boolean) => {
      const init = { bubbles: true, composed: true, isComposing }
      const event = name === 'input' ? new InputEvent(name, init) : new CompositionEvent(name, init)
      field.dispatchEvent(event)
    }
    send('compositionstart', false)
    for (const keys of ['n', 'ni']) {
      field.value = base + keys
      send('input', true)
    }
    inside?.querySelector<HTMLElement>('[id="n"]')?.click()
    return new Promise<string>((resolve) => {
      setTimeout(() => {
        const during = field.value
        field.value = `${base}你`
        if (last === 'input first') send('input', true)
        send('compositionend', false)
        if (last === 'input last') send('input', false)
        resolve(during)
      })
    })
  }, order)

/** Presses Enter in the field: while an input method composes, and then to confirm. */
const pressEnter = (page: EnginePage, composing: 'composing' | 'as code 229' | 'typed') =>
  page.evaluate((how: string) => {
    const phone = document.querySelector<HTMLIFrameElement>('iframe.webview')
    const field = phone?.contentDocument
      ?.querySelector('wx-input')
      ?.shadowRoot?.querySelector('input')
    const init = { key: 'Enter', bubbles: true, composed: true, isComposing: how === 'composing' }
    const event = new KeyboardEvent('keydown', init)
    if (how === 'as code 229') Object.defineProperty(event, 'keyCode', { value: 229 })
    field?.dispatchEvent(event)
  }, composing)

describe.each(ENGINES)('an input method in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it('an input method takes Enter for itself while it composes', async () => {
    const app = onePage(
      "Page({ data: { heard: '' }, done() { this.setData({ heard: this.data.heard + 'confirm' }) } })",
      '<input id="f" bindconfirm="done" /><view id="h">{{heard}}</view>',
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'h', '')
      await pressEnter(page, 'composing')
      await pressEnter(page, 'as code 229')
      await showsText(page, 'h', '')
      await pressEnter(page, 'typed')
      await showsText(page, 'h', 'confirm')
    })
  })

  it.each([
    ['words', 'input first', 'a 1; a你 2; '],
    ['words', 'input last', 'a 1; a你 2; '],
    ['keys', 'input first', 'a 1; an 2; ani 3; a你 2; '],
    ['keys', 'input last', 'a 1; an 2; ani 3; a你 2; '],
  ] as const)(
    'an input method lets the app hear %s, each once, and composes on while the app draws (%s)',
    async (typing, order, heard) => {
      await preview(
        await folderWith(onePage(HEARS, FIELD)),
        async (page) => {
          const frame = await phoneFrame(page)
          await frame.click('wx-input')
          await page.keyboard.type('a')
          await showsText(page, 'h', 'a 1; ')
          expect(await compose(page, order)).toBe('ani')
          await showsText(page, 'n', '1')
          await showsText(page, 'h', heard)
        },
        { typing },
      )
    },
  )

  it('an input confirms by Enter, and a textarea breaks the line unless its key says otherwise', async () => {
    const app = onePage(
      "Page({ data: { heard: '' }, done({ currentTarget }) { this.setData({ heard: this.data.heard + currentTarget.id }) } })",
      `<input id="i" bindconfirm="done" /><textarea id="t" bindconfirm="done" />
      <textarea id="s" confirm-type="send" bindconfirm="done" /><view id="h">{{heard}}</view>`,
    )
    await preview(await folderWith(app), async (page) => {
      await showsText(page, 'h', '')
      const frame = await phoneFrame(page)
      for (const id of ['t', 's', 'i']) {
        await frame.click(`[id="${id}"]`)
        await page.keyboard.press('Enter')
      }
      await showsText(page, 'h', 'si')
      const typed = await frame.$eval(
        '[id="t"]',
        (node) => node.shadowRoot?.querySelector('textarea')?.value,
      )
      expect(typed).toBe('\n')
    })
  })

  it('an input event says where the cursor stands after a key in the middle', async () => {
    await preview(await folderWith(onePage(HEARS, FIELD)), async (page) => {
      const frame = await phoneFrame(page)
      await frame.click('wx-input')
      await page.keyboard.type('ac')
      await page.keyboard.press('Home')
      await page.keyboard.type('b')
      await showsText(page, 'h', 'a 1; ac 2; bac 1; ')
    })
  })
})
