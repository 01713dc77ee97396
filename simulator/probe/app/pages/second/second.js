const journal = require('../../runner/journal')

/** A page to go to and come back from. */
Page({
  onLoad(options) {
    journal.note('second.onLoad')
    journal.arrived(this, options)
  },
  onShow() {
    journal.note('second.onShow')
  },
  onReady() {
    journal.note('second.onReady')
  },
  onUnload() {
    journal.note('second.onUnload')
  },
})
