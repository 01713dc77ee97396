const journal = require('./runner/journal')

App({
  marker: 'probe',
  onLaunch() {
    journal.note('App.onLaunch')
  },
  onShow() {
    journal.note('App.onShow')
  },
  onHide() {
    journal.note('App.onHide')
  },
})
