module.exports = {
  id: 'events',
  zh: '事件',
  en: 'Events',
  rules: [
    {
      id: 'events.bubble',
      zh: '先捕获，再从里到外',
      en: 'Captured first, then from inside out',
      expected: 'capture, inner, outer',
    },
    {
      id: 'events.caught',
      zh: 'catch 之外听不到',
      en: 'Nothing is heard outside of a catch',
      expected: 'inside, catch',
    },
    {
      id: 'events.target',
      zh: 'target 是被点的，currentTarget 是绑定的',
      en: 'target was tapped, currentTarget is bound',
      expected: 'tap, outer-box',
    },
    {
      id: 'events.dataset',
      zh: 'dataset 的值保持类型',
      en: 'Values of a dataset keep their kind',
      expected: '{"n":1,"list":[1]}',
    },
    {
      id: 'events.members',
      zh: '点击事件的成员',
      en: 'Members of a tap event',
      expected: 'type, timeStamp, target, currentTarget, detail, touches, changedTouches',
    },
    {
      id: 'events.mark',
      since: '2.7.1',
      zh: 'mark 收集沿途的标记',
      en: 'mark collects what lies on the way',
      expected: '{"a":"inner","b":"outer"}',
    },
  ],
  taps: [
    {
      id: 'events',
      kind: 'events',
      answer: 'tap',
      ids: ['events.bubble', 'events.target', 'events.dataset', 'events.members', 'events.mark'],
      zh: '点一下按钮',
      en: 'Tap the button',
      run: (see, { heard, event }) => {
        see('events.bubble', heard.join(', '))
        see('events.target', `${event.target.id}, ${event.currentTarget.id}`)
        const { n, list } = event.currentTarget.dataset
        see('events.dataset', JSON.stringify({ n, list }))
        see(
          'events.members',
          ['type', 'timeStamp', 'target', 'currentTarget', 'detail', 'touches', 'changedTouches']
            .filter((name) => event[name] !== undefined)
            .join(', '),
        )
        see(
          'events.mark',
          event.mark ? JSON.stringify({ a: event.mark.a, b: event.mark.b }) : 'absent',
        )
      },
    },
    {
      id: 'caught',
      kind: 'caught',
      answer: 'tap',
      ids: ['events.caught'],
      zh: '再点一下这个按钮',
      en: 'Tap this button, too',
      run: (see, { heard }) => see('events.caught', heard.join(', ')),
    },
  ],
}
