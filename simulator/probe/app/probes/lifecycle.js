const journal = require('../runner/journal')
const { call, kindsOf, message } = require('../runner/say')
const server = require('../runner/server')

const NAMES = ['path', 'query', 'scene', 'referrerInfo']

let launch = ''

module.exports = {
  id: 'lifecycle',
  zh: '生命周期',
  en: 'Life cycles',
  /** The first page calls this when it is ready: what the launch was. */
  launched: () => {
    launch = journal.read()
  },
  rules: [
    {
      id: 'lifecycle.launch',
      zh: '启动：onLaunch、onShow，再是页面的 onLoad、onShow、onReady',
      en: 'Launch: onLaunch, onShow, then onLoad, onShow and onReady of the page',
      expected: 'App.onLaunch, App.onShow, index.onLoad, index.onShow, index.onReady',
      run: (see) => see(launch),
    },
    {
      id: 'lifecycle.launch-options',
      api: 'getLaunchOptionsSync',
      since: '2.1.2',
      zh: '启动参数有路径、查询、场景值、来源',
      en: 'Launch options have path, query, scene and referrer',
      expected: 'path text, query object, scene number, referrerInfo object',
      run: (see) => see(kindsOf(wx.getLaunchOptionsSync(), NAMES)),
    },
    {
      id: 'lifecycle.enter-options',
      api: 'getEnterOptionsSync',
      since: '2.9.4',
      zh: '本次进入的参数也是这些',
      en: 'Options of this entry have the same',
      expected: 'path text, query object, scene number, referrerInfo object',
      run: (see) => see(kindsOf(wx.getEnterOptionsSync(), NAMES)),
    },
    {
      id: 'lifecycle.launch-path',
      api: 'getLaunchOptionsSync',
      since: '2.1.2',
      zh: '启动路径前面没有斜杠',
      en: 'The path of the launch has no slash in front',
      expected: 'pages/index/index',
      run: (see) => see(wx.getLaunchOptionsSync().path),
    },
    {
      id: 'lifecycle.leaving',
      zh: '离开：先页面 onHide，再应用 onHide',
      en: 'Leaving: onHide of the page, then of the app',
      expected: 'index.onHide, App.onHide',
    },
    {
      id: 'lifecycle.returning',
      zh: '回来：先应用 onShow，再页面 onShow',
      en: 'Coming back: onShow of the app, then of the page',
      expected: 'App.onShow, index.onShow',
    },
    {
      id: 'lifecycle.app-listeners',
      api: 'onAppHide',
      since: '2.1.2',
      zh: 'onAppHide、onAppShow 的监听各听到一次',
      en: 'Listeners of onAppHide and onAppShow hear once each',
      expected: 'hide, show',
    },
    {
      id: 'lifecycle.interrupted',
      server: true,
      zh: '离开五秒后，没完成的请求以 interrupted 失败',
      en: 'Five seconds after leaving, an unfinished request fails with interrupted',
      expected: 'request:fail interrupted',
    },
  ],
  taps: [
    {
      id: 'leave',
      kind: 'button',
      answer: 'leave',
      ids: [
        'lifecycle.leaving',
        'lifecycle.returning',
        'lifecycle.app-listeners',
        'lifecycle.interrupted',
      ],
      patienceMs: 60000,
      zh: '点按钮，然后切到微信以外，七秒后再回来',
      en: 'Tap, leave WeChat for seven seconds, then come back',
      run: (see) => {
        const heard = []
        journal.clear()
        const hide = () => heard.push('hide')
        const show = () => {
          heard.push('show')
          setTimeout(() => {
            wx.offAppHide(hide)
            wx.offAppShow(show)
            see('lifecycle.app-listeners', heard.join(', '))
            const notes = journal.read(['App.', 'index.']).split(', ')
            see('lifecycle.leaving', notes.slice(0, 2).join(', '))
            see('lifecycle.returning', notes.slice(2, 4).join(', '))
          }, 100)
        }
        wx.onAppHide(hide)
        wx.onAppShow(show)
        call('request', { url: server.url('/hold?ms=30000') }, (answer) =>
          see('lifecycle.interrupted', message(answer)),
        )
      },
    },
  ],
}
