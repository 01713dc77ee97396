const journal = require('../../runner/journal')

/** Components, templates and WXS to look at. */
Page({
  data: { one: 1, two: 2, letters: ['a', 'b'], others: ['x', 'y'], branch: 2, watched: 0 },
  onLoad(options) {
    journal.arrived(this, options)
  },
  onReady() {
    this.setData({ watched: 7 })
    const found = {}
    const query = wx.createSelectorQuery()
    const texts = (selector, name) =>
      query.selectAll(selector).fields({ dataset: true }, (nodes) => {
        found[name] = nodes.map(({ dataset }) => dataset.text).join(',')
      })
    texts('.loop', 'loop')
    texts('.names', 'names')
    texts('.branch', 'branches')
    texts('.filled', 'parts')
    query.selectAll('.hidden').fields({ id: true }, (nodes) => {
      found.hidden = String(nodes.length)
    })
    query.exec(() => {
      this.found = found
      setTimeout(() => {
        this.ready = true
        if (this.readyListener) this.readyListener()
      }, 100)
    })
  },
  /** Calls back once the page has been drawn and read. */
  whenReady(listener) {
    if (this.ready) listener()
    else this.readyListener = listener
  },
  told({ detail }) {
    if (this.onTold) this.onTold(detail)
  },
  /** Called by WXS. */
  hearFromWxs({ value }) {
    this.heardFromWxs = String(value)
  },
})
