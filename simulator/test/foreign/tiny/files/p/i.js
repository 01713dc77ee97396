const fs = wx.getFileSystemManager()
const counter = `${wx.env.USER_DATA_PATH}/launches.txt`

const launches = () => {
  try {
    return Number(fs.readFileSync(counter, 'utf8'))
  } catch (e) {
    return 0
  }
}

Page({
  data: { log: '' },
  onLoad() {
    const lines = []
    const bytes = fs.readFileSync('/assets/dot.png')
    const head = fs.readFileSync('/assets/dot.png', 'hex', 0, 4)
    lines.push(`bytes ${bytes instanceof ArrayBuffer && bytes.byteLength > 8} ${head}`)
    lines.push(`json ${fs.readFileSync('assets/dot.json', 'utf-8').trim()}`)
    fs.writeFileSync(counter, String(launches() + 1), 'utf8')
    lines.push(`launches ${launches()}`)
    this.setData({ log: lines.join('\n') })
  },
})
