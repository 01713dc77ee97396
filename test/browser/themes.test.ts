import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage } from './kit/foreign-preview'
import { phoneFrame, showsText } from './kit/phone-frame'

/** A page without colours of its own, with a border in the dark. */
const uncoloured = (darkmode: boolean) => ({
  ...onePage(
    `Page({ data: { t: '' }, onLoad() { this.setData({ t: String(wx.getSystemInfoSync().theme) }) } })`,
  ),
  'app.json': JSON.stringify({ pages: ['pages/a'], darkmode }),
  'pages/a.wxss': '@media (prefers-color-scheme: dark) { page { border: 1px solid #f00 } }',
})

describe.each(ENGINES)('the theme of the phone in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)

  it.each([
    [true, 'dark', '1px'],
    [false, 'undefined', '0px'],
  ])(
    'a text without a colour can be read on a dark phone, where darkmode is %s',
    async (darkmode, theme, border) => {
      await preview(
        await folderWith(uncoloured(darkmode)),
        async (page) => {
          await showsText(page, 't', theme)
          const frame = await phoneFrame(page)
          const seen = await frame.evaluate(() => {
            const words = document.getElementById('t')
            const root = document.querySelector('wx-page')
            if (!words || !root) return undefined
            const { background } = document.body.style
            return [
              getComputedStyle(words).color,
              background,
              getComputedStyle(root).borderTopWidth,
            ]
          })
          expect(seen).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', border])
        },
        { theme: 'dark' },
      )
    },
  )
})
