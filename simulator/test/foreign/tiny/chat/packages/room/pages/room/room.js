const Socket = require('../../lib/socket')
const app = getApp()
Page({
  data: { lines: [], text: '', log: '' },
  onLoad({ name }) {
    this.socket = new Socket(app.globalData.address, name)
    this.socket.on(({ type, data }) => {
      this.setData({ log: this.data.log + `${type} ${JSON.stringify(data)};` })
      if (type === 'message') { this.setData({ [`lines[${this.data.lines.length}]`]: String(data.text || data) }); app.bus.emit('said', String(data.text || data)) }
    })
    this.socket.send({ text: 'joined ' + name })
  },
  typed({ detail }) { this.setData({ text: detail.value }) },
  send() { this.socket.send({ text: this.data.text }); this.setData({ text: '' }) },
  bytes() { this.socket.send(new Uint8Array([1, 2, 3]).buffer) },
  leave() { this.socket.close() },
  onUnload() { this.socket.close() },
})
