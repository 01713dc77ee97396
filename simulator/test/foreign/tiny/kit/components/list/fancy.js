const base = Behavior({
  behaviors: [Behavior({ data: { deep: { a: 1 } }, methods: { who() { return 'deepest' } } })],
  properties: { value: { type: Object, value: {} } },
  data: { deep: { b: 2 }, order: [] },
  methods: { who() { return 'base' } },
  lifetimes: { attached() { this.order = ['behavior'] } },
})
Component({
  behaviors: [base],
  data: { deep: { c: 3 } },
  attached() { this.order.push('component') },
  methods: { tap() { this.triggerEvent('pick', { id: this.data.value.id, kind: this.who() + Object.keys(this.data.deep).join('') + this.order.join('') }) } },
})
