const { pack, unpack } = require('./codec')
class Socket {
  constructor(url, name) { this.url = url; this.name = name; this.queue = []; this.listeners = []; this.tries = 0; this.open() }
  open() {
    this.tries += 1
    this.task = wx.connectSocket({ url: this.url, header: { 'x-name': this.name }, protocols: ['chat.v1'], fail: (error) => this.tell('fail', error.errMsg) })
    this.task.onOpen(() => { this.queue.splice(0).forEach((value) => this.send(value)); this.tell('open', this.tries) })
    this.task.onMessage(({ data }) => this.tell('message', typeof data === 'string' ? unpack(data) : new Uint8Array(data).length))
    this.task.onError((error) => this.tell('error', typeof error.errMsg))
    this.task.onClose(({ code, reason }) => {
      this.tell('close', code + ' ' + reason)
      if (code !== 1000 && this.tries < 3) setTimeout(() => this.open(), 20)
    })
  }
  send(value) {
    if (this.task.readyState !== 1) { this.queue.push(value); return }
    this.task.send({ data: value instanceof ArrayBuffer ? value : pack(value), fail: ({ errMsg }) => this.tell('fail', errMsg) })
  }
  close() { this.task.close({ code: 1000, reason: 'left' }) }
  on(fn) { this.listeners.push(fn) }
  tell(type, data) { this.listeners.forEach((fn) => fn({ type, data })) }
}
module.exports = Socket
