import { errorsOf, onePage, run } from '../bundle'

const PAGE = (call: string) =>
  onePage(
    `Page({ data: { said: '' }, ask() { ${call}; this.setData({ said: 'asked' }) } })`,
    '<button id="ask" bindtap="ask"/><text id="said">{{said}}</text>',
  )

describe('a call of wx without anything that could be asked for', () => {
  it.each(['request', 'uploadFile', 'downloadFile', 'showModal', 'login', 'getStorage'])(
    'a call of wx.%s without options, or with null, fails or answers and comes to an end',
    async (name) => {
      for (const options of ['', 'null']) {
        const quiet = `const asked = wx.${name}(${options}); asked?.catch?.(() => {})`
        const app = await run(PAGE(quiet))
        await app.tap('ask')
        expect(app.text('said')).toBe('asked')
        expect(errorsOf(app)).toEqual([])
        app.close()
      }
    },
  )

  it('a call of wx takes what is no function for no callback', async () => {
    const app = await run(PAGE(`wx.getNetworkType({ success: 'yes', fail: true, complete: {} })`))
    await app.tap('ask')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
