import { createManualClock } from '../../../wx/phone/clock'
import { createPhone } from '../phone'

/** Shares the page that looks like this by the menu, and returns the card the person saw. */
const share = async (instance: object, clock = createManualClock(0)) => {
  const page = { route: 'pages/a', options: { id: '7', tab: 'x' }, ...instance }
  const phone = createPhone({ clock, host: { page: () => page } })
  const shared = phone.share({ from: 'menu' })
  await clock.advance(3000)
  await shared
  return phone.person.asked.map(({ shows }) => shows)
}

it('sharing a page shows the card the page describes, and the rest as it is', async () => {
  const asked: unknown[] = []
  const onShareAppMessage = (origin: unknown) => {
    asked.push(origin)
    return { title: '来看', imageUrl: '/a.png' }
  }
  expect(await share({ onShareAppMessage })).toEqual([
    { title: '来看', path: 'pages/a?id=7&tab=x', imageUrl: '/a.png' },
  ])
  expect(asked).toEqual([{ from: 'menu' }])
})

it.each<[string, Promise<object>, string]>([
  ['resolves', Promise.resolve({ title: 'late' }), 'late'],
  ['fails', Promise.reject(new Error('no')), 'own'],
  ['never ends', new Promise(() => undefined), 'own'],
])('sharing a page with a promise that %s returns %s', async (_how, promise, title) => {
  const onShareAppMessage = () => ({ title: 'own', promise })
  expect(await share({ onShareAppMessage })).toEqual([expect.objectContaining({ title })])
})

it('sharing a page is offered in the menu where the page has a handler and has not hidden it', async () => {
  const page = { route: 'pages/a', onShareAppMessage: () => ({}) }
  const phone = createPhone({ host: { page: () => page } })
  expect(phone.canShare()).toBe(true)
  await phone.call('hideShareMenu')
  expect(phone.canShare()).toBe(false)
  await phone.call('showShareMenu')
  expect(phone.canShare()).toBe(true)
  expect(createPhone({ host: { page: () => ({ route: 'pages/a' }) } }).canShare()).toBe(false)
})
