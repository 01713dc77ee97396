import { createManualClock } from '../../wx/clock'
import { createPhone } from './phone'

describe('toast and loading', () => {
  it('shows a toast for 1.5 s, or as long as asked', async () => {
    const clock = createManualClock(0)
    const { call, ports } = createPhone({ clock })
    await call('showToast', { title: '好' })
    expect(ports.screen.state.toast).toEqual({ title: '好', icon: 'success', mask: false })
    await clock.advance(1499)
    expect(ports.screen.state.toast).not.toBeNull()
    await clock.advance(1)
    expect(ports.screen.state.toast).toBeNull()
    await call('showToast', { title: '久', duration: 3000 })
    await clock.advance(2999)
    expect(ports.screen.state.toast).not.toBeNull()
  })

  it('lets the later of toast and loading replace the earlier', async () => {
    const { call, ports } = createPhone()
    await call('showToast', { title: 'a' })
    await call('showLoading', { title: 'b', mask: true })
    expect(ports.screen.state).toMatchObject({ toast: null, loading: { title: 'b', mask: true } })
    expect(ports.screen.masked()).toBe(true)
    await call('hideLoading')
    expect(ports.screen.masked()).toBe(false)
  })
})

describe('modal and action sheet', () => {
  it.each([
    [{ kind: 'confirm' }, { confirm: true, cancel: false }],
    [{ kind: 'cancel' }, { confirm: false, cancel: true }],
  ] as const)('tells %j as %j', async (modal, result) => {
    const { call, person } = createPhone({ replies: { modal } })
    expect(await call('showModal', { title: 't', content: 'c' })).toEqual({
      ...result,
      errMsg: 'showModal:ok',
    })
    expect(person.asked).toEqual([
      { kind: 'modal', shows: { title: 't', content: 'c', editable: false } },
    ])
  })

  it('returns a promise without callbacks, and what was typed when editable', async () => {
    const { wx } = createPhone({ replies: { modal: { kind: 'confirm', content: 'typed' } } })
    expect(await wx['showModal']?.({ editable: true })).toMatchObject({
      confirm: true,
      content: 'typed',
    })
  })

  it('gives the index that was tapped and fails on cancel', async () => {
    const { call, person } = createPhone({ replies: { actionSheet: { kind: 'tap', index: 1 } } })
    expect(await call('showActionSheet', { itemList: ['a', 'b'] })).toMatchObject({ tapIndex: 1 })
    person.replies.actionSheet = { kind: 'cancel' }
    expect(await call('showActionSheet', { itemList: ['a'] })).toEqual({
      errMsg: 'showActionSheet:fail cancel',
    })
  })

  it('takes at most six items', async () => {
    const itemList = ['1', '2', '3', '4', '5', '6', '7']
    expect(await createPhone().call('showActionSheet', { itemList })).toMatchObject({
      errMsg: expect.stringContaining('should not be large than 6'),
    })
  })
})

describe('the tab bar', () => {
  it('carries badges and red dots', async () => {
    const { call, ports } = createPhone()
    await call('setTabBarBadge', { index: 1, text: '3' })
    await call('showTabBarRedDot', { index: 0 })
    expect(ports.screen.state.tabBar).toEqual({
      shown: true,
      badges: { 1: '3' },
      redDots: [0],
      items: {},
    })
    await call('removeTabBarBadge', { index: 1 })
    await call('hideTabBarRedDot', { index: 0 })
    await call('hideTabBar')
    expect(ports.screen.state.tabBar).toEqual({ shown: false, badges: {}, redDots: [], items: {} })
  })

  it('changes an item in part', async () => {
    const { call, ports } = createPhone()
    await call('setTabBarItem', { index: 0, text: 'Home', iconPath: 'a.png' })
    await call('setTabBarItem', { index: 0, text: '首页' })
    expect(ports.screen.state.tabBar.items).toEqual({ 0: { text: '首页', iconPath: 'a.png' } })
  })

  it('refuses anywhere but on a tab page', async () => {
    const { call } = createPhone({ host: { onTabPage: () => false } })
    expect(await call('setTabBarBadge', { index: 0, text: '1' })).toEqual({
      errMsg: 'setTabBarBadge:fail not TabBar page',
    })
  })
})
