const { storeBindingsBehavior } = require('../../store/bindings')
const { store } = require('../../store/index')
Component({
  behaviors: [storeBindingsBehavior],
  storeBindings: { store, fields: ['count', 'cents', 'lines'], actions: { add: 'add' } },
  methods: {
    onShow() {
      if (typeof this.getTabBar === 'function' && this.getTabBar()) this.getTabBar().setData({ selected: 1 })
    },
  },
})
