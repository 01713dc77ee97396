const journal = require('../../runner/journal')
const counted = require('../behaviors/counted')

Component({
  behaviors: [counted],
  properties: {
    text: String,
    number: Number,
    flag: Boolean,
    list: Array,
    thing: Object,
    label: String,
  },
  data: { name: 'outer', count: 0 },
  observers: {
    count(value) {
      this.observed = `count ${value}`
    },
  },
  lifetimes: {
    created() {
      journal.note('outer.created')
    },
    attached() {
      journal.note('outer.attached')
    },
    ready() {
      journal.note('outer.ready')
    },
    detached() {
      journal.note('outer.detached')
    },
  },
  pageLifetimes: {
    show() {
      journal.note('outer.show')
    },
  },
  methods: {
    own() {
      return 'own'
    },
  },
})
