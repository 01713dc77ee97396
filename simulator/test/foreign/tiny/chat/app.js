App({
  globalData: { address: 'ws://chat.stranger.example/', name: 'ann' },
  onLaunch() { this.bus = require('./utils/bus') },
})
