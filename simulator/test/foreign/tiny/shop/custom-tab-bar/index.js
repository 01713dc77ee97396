const { storeBindingsBehavior } = require('../store/bindings')
const { store } = require('../store/index')
Component({
  behaviors: [storeBindingsBehavior],
  storeBindings: { store, fields: ['count'] },
  data: { selected: 0, list: [{ pagePath: 'pages/index/index', text: 'Goods' }, { pagePath: 'pages/cart/cart', text: 'Cart' }] },
  methods: {
    switchTab(e) {
      const { path, index } = e.currentTarget.dataset
      wx.switchTab({ url: path })
      this.setData({ selected: index })
    },
  },
})
