const journal = require('../runner/journal')

/**
 * Opens the page `parts`, reads the data attributes of the element `id` that its template has computed, passes them on, and goes back.
 */
module.exports = (id, callback) => {
  journal.nextPage((page) => {
    page.whenReady(() => {
      wx.createSelectorQuery()
        .select(id)
        .fields({ dataset: true }, (node) => {
          wx.navigateBack({ complete: () => setTimeout(() => callback(node.dataset, page), 180) })
        })
        .exec()
    })
  })
  wx.navigateTo({ url: '/pages/parts/parts' })
}
