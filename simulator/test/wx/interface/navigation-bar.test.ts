import { createPhone } from '../phone'

describe('wx.setNavigationBarColor', () => {
  it.each(['#fff000', 'white', '#FFF', undefined])(
    'wx.setNavigationBarColor writes in white or black alone, not in %s',
    async (frontColor) => {
      const option = { frontColor, backgroundColor: '#000000' }
      expect(await createPhone().call('setNavigationBarColor', option)).toMatchObject({
        errMsg: expect.stringContaining('setNavigationBarColor:fail'),
      })
    },
  )

  it('wx.setNavigationBarColor takes white and black', async () => {
    for (const frontColor of ['#ffffff', '#000000', '#FFFFFF']) {
      expect(
        await createPhone().call('setNavigationBarColor', { frontColor, backgroundColor: '#abc' }),
      ).toMatchObject({ errMsg: 'setNavigationBarColor:ok' })
    }
  })
})
