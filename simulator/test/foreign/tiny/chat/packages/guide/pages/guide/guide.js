const app = getApp({ allowDefault: true })
Page({ data: { text: '' }, onLoad({ from }) { this.setData({ text: `guide from ${from} ${app.globalData ? 'full' : 'default'}` }) } })
