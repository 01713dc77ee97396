const { createStoreBindings } = require('../../store/bindings')
const app = getApp()
const mixin = { data: { mixed: true }, onPullDownRefresh() { this.setData({ step: 'refreshed' }); wx.stopPullDownRefresh() } }
const withMixins = (options) => {
  const { mixins = [], ...own } = options
  return mixins.reduceRight((all, one) => ({ ...one, ...all, data: { ...one.data, ...all.data } }), own)
}
Page(withMixins({
  mixins: [mixin],
  data: { step: '', code: '' },
  async onLoad() {
    this.bindings = createStoreBindings(this, {
      store: app.store,
      fields: { goods: 'goods', count: () => app.store.count, cents: (store) => store.cents },
      actions: { add: 'add' },
    })
    const code = await app.ready
    this.setData({ code: code ? 'signed in ' + app.globalData.scene : 'none' })
  },
  onShow() { this.getTabBar((bar) => bar.setData({ selected: 0 })) },
  onAdd(event) { this.add(event.currentTarget.dataset.id) },
  onStep({ detail, type }) { this.setData({ step: `${type} ${detail.value} ${detail.changes} ${detail.seen}` }) },
  onUnload() { this.bindings.destroyStoreBindings() },
}))
