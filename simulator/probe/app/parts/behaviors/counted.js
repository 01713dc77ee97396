const journal = require('../../runner/journal')

module.exports = Behavior({
  data: { inherited: 'from behavior' },
  lifetimes: {
    attached() {
      journal.note('behavior.attached')
    },
  },
  methods: {
    own() {
      return 'behavior'
    },
  },
})
