const app = getApp()
Page({
  data: { said: '' },
  onLoad() { this.stop = app.bus.on('said', (text) => this.setData({ said: this.data.said + text + ';' })) },
  onUnload() { this.stop() },
  enter() { wx.navigateTo({ url: `/packages/room/pages/room/room?name=${app.globalData.name}` }) },
  lib() { require.async('../../packages/room/lib/codec.js').then(({ pack }) => this.setData({ said: pack({ a: 1 }) }), ({ mod, errMsg }) => this.setData({ said: errMsg })) },
})
