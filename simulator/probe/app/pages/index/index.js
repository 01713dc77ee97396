const journal = require('../../runner/journal')
const lifecycle = require('../../probes/lifecycle')
const server = require('../../runner/server')
const session = require('../../runner/session')
const table = require('../../runner/table')
const texts = require('../../runner/texts')

const systemLanguage = () => (/^zh/.test(session.here.language) ? 'zh' : 'en')

Page({
  data: {
    language: 'zh',
    t: texts.zh,
    here: session.here,
    phase: 'waiting',
    totals: table.totals(),
    groups: [],
    openGroups: [],
    only: '',
    tap: null,
    tapsLeft: 0,
    server: server.base(),
    report: '',
    copied: false,
  },
  onLoad() {
    journal.note('index.onLoad')
    this.speak(systemLanguage())
    session.watch(() => this.paintSoon())
  },
  onShow() {
    journal.note('index.onShow')
  },
  onReady() {
    journal.note('index.onReady')
    lifecycle.launched()
  },
  onHide() {
    journal.note('index.onHide')
  },
  onPullDownRefresh() {
    if (this.onPulled) this.onPulled()
  },
  onShareAppMessage(origin) {
    if (origin.from === 'button') this.tapped({ from: origin.from, target: origin.target })
    return { title: 'WeChat Probe', path: '/pages/index/index' }
  },
  /** Many answers come at once: the screen follows ten times a second. */
  paintSoon() {
    if (this.due) return
    this.due = true
    setTimeout(() => {
      this.due = false
      this.paint()
    }, 100)
  },
  paint() {
    const { language, openGroups, only } = this.data
    const phase = session.phase()
    const left = phase === 'taps' ? session.tapsLeft() : []
    const tap = left[0]
    this.heard = []
    this.setData({
      phase,
      totals: table.totals(),
      groups: table.groupsFor(language, openGroups, only),
      tap: tap
        ? { id: tap.id, kind: tap.kind, openType: tap.openType || '', text: tap[language] }
        : null,
      tapsLeft: left.length,
      report: phase === 'taps' || phase === 'done' ? session.report() : '',
    })
  },
  speak(language) {
    this.setData({ language, t: texts[language] })
    this.paint()
  },
  turnLanguage() {
    this.speak(this.data.language === 'zh' ? 'en' : 'zh')
  },
  turnOnly() {
    this.setData({ only: this.data.only === '' ? 'different' : '' })
    this.paint()
  },
  turnGroup({ currentTarget }) {
    const { id } = currentTarget.dataset
    const { openGroups } = this.data
    const rest = openGroups.filter((open) => open !== id)
    this.setData({ openGroups: rest.length < openGroups.length ? rest : openGroups.concat(id) })
    this.paint()
  },
  useServer({ detail }) {
    server.use(detail.value)
  },
  start() {
    session.start()
    this.paint()
  },
  tapped(event) {
    const tap = session.tapsLeft()[0]
    if (!tap || this.busy) return
    this.busy = true
    session.tapped(tap, event, () => {
      this.busy = false
    })
  },
  skip() {
    session.skip(session.tapsLeft()[0])
  },
  /** For the probes of events and of typing: what was heard, in order, goes with the last of them. */
  capture() {
    this.heard = ['capture']
  },
  inner() {
    this.heard.push('inner')
  },
  outer(event) {
    this.tapped({ heard: this.heard.concat('outer'), event })
  },
  inside() {
    this.heard = ['inside']
    this.leaked = []
  },
  catch() {
    const heard = this.heard.concat('catch')
    setTimeout(() => this.tapped({ heard: heard.concat(this.leaked || []) }), 50)
  },
  leak() {
    this.leaked = ['outside']
  },
  typed({ type, detail }) {
    this.heard.push({ type, value: detail.value, cursor: detail.cursor })
    if (type === 'blur') this.tapped({ heard: this.heard })
  },
  copy() {
    wx.setClipboardData({
      data: this.data.report,
      success: () => this.setData({ copied: true }),
    })
  },
})
