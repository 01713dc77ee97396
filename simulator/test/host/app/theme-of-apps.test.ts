import { logOf, onePage, run } from '../bundle'

describe('the theme of a mini-program', () => {
  it.each([
    ['{"darkmode":true}', 'dark dark dark'],
    ['{"darkmode":false}', 'undefined undefined undefined'],
    ['{}', 'undefined undefined undefined'],
  ])('the theme of the phone is returned to those alone that follow it: %s', async (json, told) => {
    const page = `Page({ onLoad() {
      const all = [wx.getSystemInfoSync(), wx.getAppBaseInfo()]
      wx.getSystemInfo({ success: (info) => console.log([...all, info].map(({ theme }) => theme + '').join(' ')) })
    } })`
    const app = await run(
      onePage(page, '<view/>', {
        'app.json': JSON.stringify({ pages: ['pages/a'], ...(JSON.parse(json) as object) }),
      }),
      { device: { theme: 'dark' } },
    )
    expect(logOf(app)).toEqual([told])
    app.close()
  })
})
