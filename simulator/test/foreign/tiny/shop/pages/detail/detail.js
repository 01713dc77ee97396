Component({
  properties: { id: Number },
  data: { good: {}, size: '16px', locked: false },
  lifetimes: {
    attached() {
      const { store } = getApp()
      this.setData({ good: store.goods.find(({ id }) => id === this.properties.id) })
    },
  },
  methods: {
    onLoad(query) { this.query = query },
    buy() { getApp().store.add(Number(this.query.id)); this.setData({ locked: true }); wx.navigateBack() },
  },
})
