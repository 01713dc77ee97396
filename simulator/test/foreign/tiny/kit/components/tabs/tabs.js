Component({
  relations: {
    '../tab/tab': {
      type: 'descendant',
      linked(target) { this.children.push(target); this.update() },
      linkChanged() { this.update() },
      unlinked(target) { this.children = this.children.filter((one) => one !== target); this.update() },
    },
  },
  properties: { active: { type: Number, value: 0, observer: 'update' } },
  data: { titles: [], moves: '' },
  lifetimes: { created() { this.children = [] } },
  methods: {
    update() {
      const nodes = this.getRelationNodes('../tab/tab') || []
      this.setData({ titles: nodes.map(({ data }) => data.title) })
      nodes.forEach((node, index) => node.show(index === this.data.active))
    },
    pick(event) {
      const { index } = event.currentTarget.dataset
      this.setData({ active: index })
      this.triggerEvent('change', { index })
    },
    wxsMoved({ from, to }) { this.triggerEvent('moved', { from, to }) },
    wxsTapped(detail) { this.triggerEvent('wxstap', detail) },
  },
})
