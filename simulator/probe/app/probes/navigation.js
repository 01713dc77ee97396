const navigationRefused = require('./navigation-refused')
const journal = require('../runner/journal')
const { call, message, sentence } = require('../runner/say')

const second = '/pages/second/second'
const open = (query, then) => {
  journal.nextPage(then)
  wx.navigateTo({ url: second + query })
}
const back = (delta, then) => call('navigateBack', { delta }, () => setTimeout(then, 180))

module.exports = {
  id: 'navigation',
  zh: '页面之间',
  en: 'Between pages',
  rules: navigationRefused.concat([
    {
      id: 'navigation.back-at-first',
      doubt: 'unproven',
      zh: '第一页上的 navigateBack 失败',
      en: 'navigateBack on the first page fails',
      expected: 'navigateBack:fail cannot navigate back at first page.',
      run: sentence('navigateBack', {}),
    },
    {
      id: 'navigation.opening',
      zh: '打开：旧页 onHide，新页 onLoad、onShow、onReady',
      en: 'Opening: onHide of the old page; onLoad, onShow, onReady of the new one',
      expected: 'index.onHide, second.onLoad, second.onShow, second.onReady',
    },
    {
      id: 'navigation.query',
      zh: '页面得到的查询参数没有解码',
      en: 'A page has its query undecoded',
      expected: 'a=1, b=x%20y',
    },
    {
      id: 'navigation.stack',
      zh: 'onLoad 里页面已在栈上',
      en: 'In onLoad the page is on the stack',
      expected: '2, pages/second/second',
    },
    {
      id: 'navigation.closing',
      zh: '返回：onUnload，再是下面那页的 onShow',
      en: 'Going back: onUnload, then onShow of the page below',
      expected: 'second.onUnload, index.onShow',
    },
    {
      id: 'navigation.off-tab',
      zh: '不在标签页上，不能改标签栏',
      en: 'Away from tab pages the tab bar cannot be changed',
      expected: 'setTabBarBadge:fail not TabBar page',
    },
    {
      id: 'navigation.relative',
      zh: '相对路径从当前页面算起',
      en: 'A relative path counts from the page on screen',
      expected: 'pages/second/second',
    },
    {
      id: 'navigation.redirect',
      zh: 'redirectTo 换掉最上面一页',
      en: 'redirectTo replaces the topmost page',
      expected: '2, second.onUnload',
    },
    {
      id: 'navigation.channel',
      since: '2.7.3',
      zh: '打开者与被打开的页面用事件通道对话',
      en: 'The opener and the opened page talk by an event channel',
      expected: 'to opener, to opened',
    },
    {
      id: 'navigation.ten',
      zh: '页面栈至多十层',
      en: 'The stack holds ten pages at most',
      expected: ['10, navigateTo:fail webview count limit exceed'],
    },
    {
      id: 'navigation.back-far',
      zh: '返回的层数过多，就回到第一页',
      en: 'Going back too far ends on the first page',
      expected: 'pages/index/index',
    },
  ]),
  steps: [
    {
      ids: [
        'navigation.opening',
        'navigation.query',
        'navigation.stack',
        'navigation.off-tab',
        'navigation.closing',
      ],
      patienceMs: 6000,
      run: (see) => {
        journal.clear()
        open('?a=1&b=x%20y', (page, options) => {
          see(
            'navigation.query',
            Object.keys(options)
              .map((name) => `${name}=${options[name]}`)
              .join(', '),
          )
          const pages = getCurrentPages()
          see('navigation.stack', `${pages.length}, ${pages[pages.length - 1].route}`)
          setTimeout(() => {
            see('navigation.opening', journal.read(['index.', 'second.']))
            call('setTabBarBadge', { index: 0, text: '1' }, (answer) => {
              see('navigation.off-tab', message(answer))
              journal.clear()
              back(1, () => see('navigation.closing', journal.read(['index.', 'second.'])))
            })
          }, 200)
        })
      },
    },
    {
      ids: ['navigation.relative', 'navigation.redirect'],
      patienceMs: 6000,
      run: (see) => {
        journal.nextPage((page) => {
          see('navigation.relative', page.route)
          setTimeout(() => {
            journal.clear()
            journal.nextPage(() =>
              setTimeout(() => {
                const unloaded = journal.read(['second.onUnload'])
                const count = getCurrentPages().length
                back(1, () => see('navigation.redirect', `${count}, ${unloaded}`))
              }, 180),
            )
            wx.redirectTo({ url: `${second}?again=1` })
          }, 180)
        })
        wx.navigateTo({ url: '../second/second' })
      },
    },
    {
      ids: ['navigation.channel'],
      patienceMs: 6000,
      run: (see) => {
        let first = ''
        journal.nextPage((page) => {
          const channel = page.getOpenerEventChannel()
          channel.on('ask', (text) => {
            setTimeout(() => back(1, () => see('navigation.channel', `${first}, ${text}`)), 180)
          })
          channel.emit('tell', 'to opener')
        })
        wx.navigateTo({
          url: second,
          events: {
            tell: (text) => {
              first = text
            },
          },
          success: ({ eventChannel }) => eventChannel.emit('ask', 'to opened'),
        })
      },
    },
    {
      ids: ['navigation.ten', 'navigation.back-far'],
      patienceMs: 15000,
      run: (see) => {
        const fill = () =>
          call('navigateTo', { url: second }, (answer) => {
            if (message(answer) === 'navigateTo:ok') {
              setTimeout(fill, 180)
              return
            }
            see('navigation.ten', `${getCurrentPages().length}, ${message(answer)}`)
            back(20, () => see('navigation.back-far', getCurrentPages()[0].route))
          })
        fill()
      },
    },
  ],
}
