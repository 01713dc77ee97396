import { createManualClock } from '../../../wx/phone/clock'
import { createPhone } from '../phone'

it('wx.showToast shows a toast for 1.5 s, or as long as asked', async () => {
  const clock = createManualClock(0)
  const { call, ports } = createPhone({ clock })
  await call('showToast', { title: '好' })
  expect(ports.screen.state.toast).toEqual({
    title: '好',
    icon: 'success',
    image: '',
    mask: false,
  })
  await clock.advance(1499)
  expect(ports.screen.state.toast).not.toBeNull()
  await clock.advance(1)
  expect(ports.screen.state.toast).toBeNull()
  await call('showToast', { title: '久', duration: 3000 })
  await clock.advance(2999)
  expect(ports.screen.state.toast).not.toBeNull()
})

it('a toast shows a picture of the bundle in place of the icon, and no cross where the library knows none', async () => {
  const { call, ports } = createPhone()
  await call('showToast', { title: 'a', icon: 'error', image: '/a.png', mask: true })
  expect(ports.screen.state.toast).toEqual({
    title: 'a',
    icon: 'error',
    image: '/a.png',
    mask: true,
  })
  const old = createPhone({ device: { libVersion: '2.14.0' } })
  await old.call('showToast', { title: 'a', icon: 'error' })
  expect(old.ports.screen.state.toast?.icon).toBe('success')
})

it('the later of toast and loading replaces the earlier', async () => {
  const { call, ports } = createPhone()
  await call('showToast', { title: 'a' })
  await call('showLoading', { title: 'b', mask: true })
  expect(ports.screen.state).toMatchObject({ toast: null, loading: { title: 'b', mask: true } })
  expect(ports.screen.masked()).toBe(true)
  await call('hideLoading')
  expect(ports.screen.masked()).toBe(false)
})
