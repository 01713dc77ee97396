Page({
  data: { got: '' },
  onLoad(options) {
    const channel = this.getOpenerEventChannel()
    channel.once('opened', (data) => this.setData({ got: JSON.stringify([options.a, JSON.parse(decodeURIComponent(options.list)), data, getCurrentPages().map((page) => page.route)]) }))
  },
  pick() { this.getOpenerEventChannel().emit('picked', { id: 7 }); wx.navigateBack({ delta: 1 }) },
})
