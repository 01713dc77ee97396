Component({
  relations: { '../tabs/tabs': { type: 'ancestor' } },
  properties: { title: String },
  data: { shown: false },
  observers: {
    title() { const [parent] = this.getRelationNodes('../tabs/tabs') || []; if (parent) parent.update() },
  },
  methods: { show(shown) { if (shown !== this.data.shown) this.setData({ shown }) } },
})
