const computed = require('../../behaviors/computed').behavior
Component({
  behaviors: [computed],
  externalClasses: ['custom-class'],
  options: { multipleSlots: true, pureDataPattern: /^_/, virtualHost: false },
  properties: {
    value: { type: Number, value: 0 },
    min: { type: Number, optionalTypes: [String], value: 0 },
  },
  data: { _changes: 0 },
  computed: { twice: (data) => data.value * 2 },
  watch: { value(next) { this.setData({ _changes: this.data._changes + 1 }); this.lastSeen = next } },
  methods: {
    change(event) {
      const value = this.data.value + event.currentTarget.dataset.step
      this.setData({ value })
      this.triggerEvent('change', { value, changes: this.data._changes, seen: this.lastSeen }, { bubbles: true, composed: true })
    },
  },
})
