const journal = require('../../runner/journal')

Component({
  behaviors: ['wx://component-export'],
  export() {
    return { value: 'exported' }
  },
  lifetimes: {
    attached() {
      journal.note('inner.attached')
    },
    ready() {
      journal.note('inner.ready')
    },
  },
})
