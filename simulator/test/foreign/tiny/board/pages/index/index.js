Page({
  data: { log: '' },
  say(line) { this.setData({ log: line }) },
  node(id) {
    return new Promise((resolve) => wx.createSelectorQuery().in(this).select(id).fields({ node: true, size: true, rect: true, dataset: true }).exec(([found]) => resolve(found)))
  },
  async draw() {
    const { node: canvas, width, height } = await this.node('#board')
    const { pixelRatio } = wx.getWindowInfo()
    canvas.width = width * pixelRatio
    canvas.height = height * pixelRatio
    const pen = canvas.getContext('2d')
    pen.scale(pixelRatio, pixelRatio)
    pen.fillStyle = '#f00'
    pen.font = '14px sans-serif'
    pen.fillRect(0, 0, 10, 10)
    pen.beginPath(); pen.moveTo(0, 0); pen.quadraticCurveTo(1, 2, 3, 4); pen.arc(5, 5, 5, 0, Math.PI * 2); pen.closePath(); pen.stroke()
    const gradient = pen.createLinearGradient(0, 0, 10, 10)
    gradient.addColorStop(0, '#fff'); gradient.addColorStop(1, 'rgba(0,0,0,.5)')
    pen.fillStyle = gradient
    pen.fillText('hi', 1, 1, 20)
    const textWidth = pen.measureText('hi').width
    const image = canvas.createImage()
    await new Promise((resolve, reject) => { image.onload = resolve; image.onerror = reject; image.src = '/assets/a.png' })
    pen.drawImage(image, 0, 0, 10, 10)
    await new Promise((resolve) => canvas.requestAnimationFrame(resolve))
    const path = canvas.createPath2D ? typeof canvas.createPath2D() : 'none'
    this.canvas = canvas
    this.say(`drawn ${typeof width} ${typeof textWidth} ${typeof canvas.toDataURL('image/png')} ${path} ${canvas.width === width * pixelRatio}`)
  },
  async save() {
    const { node: canvas } = await this.node('#board')
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png', quality: 1 })
    const info = await wx.getImageInfo({ src: tempFilePath })
    const saved = await wx.saveImageToPhotosAlbum({ filePath: tempFilePath }).then(({ errMsg }) => errMsg, ({ errMsg }) => errMsg)
    const { savedFilePath } = await new Promise((success, fail) => wx.getFileSystemManager().saveFile({ tempFilePath, success, fail }))
    this.say(`${info.type} ${saved} ${/^wxfile:/.test(savedFilePath)}`)
  },
  legacy() {
    const pen = wx.createCanvasContext('old', this)
    pen.setFillStyle('red'); pen.fillRect(0, 0, 1, 1); pen.setFontSize(10)
    pen.draw(false, () => wx.canvasToTempFilePath({ canvasId: 'old', success: ({ tempFilePath }) => this.say('legacy ' + typeof tempFilePath) }, this))
  },
  async chart() {
    const off = wx.createOffscreenCanvas({ type: '2d', width: 10, height: 10 })
    const pen = off.getContext('2d')
    pen.putImageData(pen.getImageData(0, 0, 10, 10), 0, 0)
    const pattern = pen.createPattern(off.createImage(), 'repeat')
    this.say(`chart ${off.width} ${typeof pattern} ${typeof pen.canvas}`)
  },
  observe() {
    const observer = this.createIntersectionObserver({ thresholds: [0, 0.5, 1], observeAll: true })
    observer.relativeToViewport({ bottom: 50 }).observe('.target', (res) => {
      observer.disconnect()
      this.say(`seen ${typeof res.intersectionRatio} ${res.id} ${typeof res.boundingClientRect.top}`)
    })
  },
  spin() {
    this.animate('.target', [{ opacity: 1, rotate: 0 }, { opacity: 0, rotate: 45 }], 100, () => {
      this.clearAnimation('.target', { opacity: true }, () => this.say('animated'))
    })
  },
  scroll() {
    wx.createSelectorQuery().select('#list').node().exec(([{ node }]) => {
      node.scrollTo({ top: 10, animated: false })
      node.scrollIntoView('#x')
      this.say('scrolled ' + typeof node.scrollTo)
    })
  },
  touch() {}, lower() {},
})
