module.exports = {
  id: 'share',
  zh: '转发',
  en: 'Sharing',
  rules: [
    {
      id: 'share.from',
      zh: '按钮转发时 from 是 button',
      en: 'Shared by a button, from is button',
      expected: 'button',
    },
    {
      id: 'share.target',
      zh: 'target 是被点的按钮',
      en: 'target is the button that was tapped',
      expected: 'tap',
    },
  ],
  taps: [
    {
      id: 'share',
      kind: 'share',
      answer: 'cancel',
      ids: ['share.from', 'share.target'],
      patienceMs: 60000,
      zh: '点按钮，然后取消转发',
      en: 'Tap, then cancel sharing',
      run: (see, { from, target }) => {
        see('share.from', from)
        see('share.target', target ? target.id : 'nothing')
      },
    },
  ],
}
