const { call, kindsOf, message, sentence } = require('../runner/say')

const fine = (id, api, option, zh, en, since) =>
  Object.assign(
    { id: `ui.${id}`, zh, en, expected: `${api}:ok`, run: sentence(api, option), api },
    since ? { since } : {},
  )

module.exports = {
  id: 'ui',
  zh: '界面',
  en: 'Interface',
  rules: [
    fine(
      'title',
      'setNavigationBarTitle',
      { title: 'WeChat Probe' },
      '设置标题',
      'The title can be set',
    ),
    fine('loading', 'showLoading', { title: '…' }, '显示加载', 'A loading can be shown'),
    fine('hide-loading', 'hideLoading', {}, '收起加载', 'And hidden'),
    fine(
      'toast',
      'showToast',
      { title: '…', icon: 'none', duration: 300 },
      '显示提示',
      'A toast can be shown',
    ),
    fine(
      'scroll',
      'pageScrollTo',
      { scrollTop: 0, duration: 0 },
      '滚动页面',
      'The page can be scrolled',
      '1.4.0',
    ),
    fine('share-menu', 'showShareMenu', {}, '显示转发菜单', 'The share menu can be shown', '1.1.0'),
    fine(
      'tab-badge',
      'setTabBarBadge',
      { index: 1, text: '1' },
      '在标签页上可以设置角标',
      'On a tab page a badge can be set',
      '1.9.0',
    ),
    fine(
      'tab-badge-removed',
      'removeTabBarBadge',
      { index: 1 },
      '角标可以去掉',
      'And removed',
      '1.9.0',
    ),
    {
      id: 'ui.sheet-limit',
      doubt: 'unproven',
      zh: '操作菜单至多六项',
      en: 'An action sheet takes six items at most',
      expected: 'showActionSheet:fail parameter error: itemList should not be large than 6',
      run: sentence('showActionSheet', { itemList: ['1', '2', '3', '4', '5', '6', '7'] }),
    },
    {
      id: 'ui.modal-limit',
      doubt: 'unproven',
      zh: '模态框按钮至多四个字',
      en: 'The button of a modal takes four characters at most',
      expected:
        'showModal:fail parameter error: confirmText length should not larger than 4 Chinese characters',
      run: sentence('showModal', { content: '…', confirmText: '12345' }),
    },
    {
      id: 'ui.pull-down',
      api: 'startPullDownRefresh',
      since: '1.5.0',
      zh: 'startPullDownRefresh 触发页面的 onPullDownRefresh',
      en: 'startPullDownRefresh calls onPullDownRefresh of the page',
      expected: 'called',
      run: (see) => {
        getCurrentPages().slice(-1)[0].onPulled = () => {
          wx.stopPullDownRefresh()
          see('called')
        }
        wx.startPullDownRefresh()
      },
    },
    {
      id: 'ui.animation',
      zh: 'createAnimation 的步骤只导出一次',
      en: 'createAnimation exports its steps once',
      expected: '1, 0',
      run: (see) => {
        const animation = wx.createAnimation({ duration: 10 })
        animation.opacity(0).step()
        see(`${animation.export().actions.length}, ${animation.export().actions.length}`)
      },
    },
    {
      id: 'ui.menu-button',
      api: 'getMenuButtonBoundingClientRect',
      since: '2.1.0',
      zh: '胶囊按钮的位置',
      en: 'Place of the menu button',
      expected: 'width number, height number, top number, right number, bottom number, left number',
      run: (see) =>
        see(
          kindsOf(wx.getMenuButtonBoundingClientRect(), [
            ...['width', 'height', 'top', 'right', 'bottom', 'left'],
          ]),
        ),
    },
    {
      id: 'ui.base64',
      api: 'arrayBufferToBase64',
      since: '1.1.0',
      zh: 'base64 来回不变',
      en: 'base64 there and back',
      expected: 'AQID',
      run: (see) => see(wx.arrayBufferToBase64(wx.base64ToArrayBuffer('AQID'))),
    },
    { id: 'ui.modal-confirm', zh: '模态框确定', en: 'A confirmed modal', expected: 'true, false' },
    {
      id: 'ui.modal-cancel',
      zh: '模态框取消',
      en: 'A cancelled modal succeeds, too',
      expected: 'false, true',
    },
    {
      id: 'ui.sheet-cancel',
      zh: '取消操作菜单是失败',
      en: 'A cancelled action sheet fails',
      expected: 'showActionSheet:fail cancel',
    },
    {
      id: 'ui.sheet-index',
      zh: '操作菜单给出下标',
      en: 'An action sheet returns the index',
      expected: '0',
    },
  ],
  taps: [
    {
      id: 'modal',
      kind: 'button',
      answer: 'allow',
      ids: ['ui.modal-confirm'],
      patienceMs: 60000,
      zh: '点按钮，在弹窗里点“确定”',
      en: 'Tap, then confirm',
      run: (see) =>
        call('showModal', { title: '确定 OK' }, ({ confirm, cancel }) =>
          see('ui.modal-confirm', `${confirm}, ${cancel}`),
        ),
    },
    {
      id: 'modal-cancel',
      kind: 'button',
      answer: 'cancel',
      ids: ['ui.modal-cancel'],
      patienceMs: 60000,
      zh: '点按钮，在弹窗里点“取消”',
      en: 'Tap, then cancel',
      run: (see) =>
        call('showModal', { title: '取消 Cancel' }, ({ confirm, cancel }) =>
          see('ui.modal-cancel', `${confirm}, ${cancel}`),
        ),
    },
    {
      id: 'sheet-cancel',
      kind: 'button',
      answer: 'cancel',
      ids: ['ui.sheet-cancel'],
      patienceMs: 60000,
      zh: '点按钮，取消菜单',
      en: 'Tap, then cancel the menu',
      run: (see) =>
        call('showActionSheet', { itemList: ['1', '2'] }, (answer) =>
          see('ui.sheet-cancel', message(answer)),
        ),
    },
    {
      id: 'sheet',
      kind: 'button',
      answer: 'allow',
      ids: ['ui.sheet-index'],
      patienceMs: 60000,
      zh: '点按钮，选第一项',
      en: 'Tap, then choose the first item',
      run: (see) =>
        call('showActionSheet', { itemList: ['1', '2'] }, ({ tapIndex }) =>
          see('ui.sheet-index', String(tapIndex)),
        ),
    },
  ],
}
