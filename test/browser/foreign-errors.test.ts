import { ENGINES } from '../../scripts/browser/find-program'
import { foreignPreviews, onePage, shownOn } from './kit/foreign-preview'
import { phoneFrame } from './kit/phone-frame'

describe.each(ENGINES)('mini-programs of other people in %s', (engine) => {
  const { folderWith, preview } = foreignPreviews(engine)
  /**
   * WebKit's stacks name neither file nor line of a function that was made from text, whatever its sourceURL: there an
   * error of a script is shown by its words alone.
   */
  const hasPlaces = engine !== 'webkit'
  const THROWN = /ReferenceError: .*none/

  it.each([
    ['at load', { 'pages/a.js': 'Page({\n  onLoad() {\n    none()\n  },\n})' }, 'pages/a.js:3:'],
    ['in app.js', { 'app.js': '\nnone()' }, 'app.js:2:'],
    ['in the syntax of a script', { 'pages/a.js': 'Page({\n  data: {,}\n})' }, 'pages/a.js:2:10'],
    ['in a template', { 'pages/a.wxml': '<view>\n{{a b}}</view>' }, 'pages/a.wxml:2:'],
    ['in a stylesheet', { 'pages/a.wxss': '.a {}\n.b {' }, 'pages/a.wxss:2:1'],
    ['in JSON', { 'pages/a.json': '{\n"usingComponents": {,}}' }, 'pages/a.json:2:21'],
    ['in theme.json', { 'theme.json': '{,}' }, 'theme.json:1:2'],
    [
      'in TypeScript',
      { 'pages/a.js': 'import "./b"', 'pages/b.ts': 'type A = 1\n\nconst a: A = none()' },
      'pages/b.ts:3:',
    ],
  ])(
    'an error of a foreign mini-program is shown on the phone with file and line: %s',
    async (_kind, files, place) => {
      const bundleDir = await folderWith({ ...onePage('Page({})'), ...files })
      const isThrown = Object.values(files).some((text) => text.includes('none()'))
      const wanted = isThrown && !hasPlaces ? THROWN : place
      await preview(bundleDir, async (page) => {
        await page.waitForSelector(
          typeof wanted === 'string' ? '#app-errors .problem-place' : '#app-errors',
        )
        expect(await shownOn(page, 'app-errors')).toEqual(expect.stringMatching(wanted))
      })
    },
  )

  it('an error of a foreign handler is shown when it happens, until it is closed', async () => {
    const bundleDir = await folderWith(
      onePage('Page({\n  tap() {\n    none()\n  },\n})', '<button id="b" bindtap="tap">b</button>'),
    )
    await preview(bundleDir, async (page) => {
      expect(await page.$('#app-errors')).toBeNull()
      const frame = await phoneFrame(page)
      await frame.click('wx-button')
      await page.waitForSelector(hasPlaces ? '#app-errors .problem-place' : '#app-errors')
      const shown = await shownOn(page, 'app-errors')
      expect(shown).toMatch(THROWN)
      if (hasPlaces) expect(shown).toMatch(/pages\/a\.js:3:\d+\s/)
      await page.click('#app-errors-close')
      await page.waitForSelector('#app-errors', { hidden: true })
      await frame.click('wx-button')
      await page.waitForSelector('#app-errors')
    })
  })
})
