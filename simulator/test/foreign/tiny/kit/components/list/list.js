Component({
  properties: { items: Array },
  data: { log: [] },
  observers: {
    'items.**'(items) { this.seen = (this.seen || 0) + 1; this.last = items && items.length },
    'items, log'(items, log) { this.both = [items.length, log.length] },
    'items[0].name'(name) { this.firstName = name },
  },
  methods: { onPick(e) { this.triggerEvent('pick', { ...e.detail, seen: this.seen, last: this.last, both: this.both, first: this.firstName }) } },
  export() { return { seen: () => this.seen } },
  behaviors: ['wx://component-export'],
})
