/** @jest-environment jsdom */
import { forgetQuery } from '../../../src/features/web/address-bar.h5'

describe('the address bar of a browser', () => {
  it('the address bar of a browser loses the token, keeps the page, and makes no entry in the history', () => {
    window.location.hash = '#/pages/web/reset/index?token=of-an-email'
    window.history.replaceState({ key: 'of the router' }, '')
    const entries = window.history.length
    forgetQuery()
    expect(window.location.hash).toBe('#/pages/web/reset/index')
    expect(window.history.state).toEqual({ key: 'of the router' })
    expect(window.history).toHaveLength(entries)
  })

  it('the address bar of a browser that reports the tokens late reports nothing to the router, and later changes again', () => {
    const heard: string[] = []
    const listen = ({ newURL }: HashChangeEvent) => void heard.push(newURL)
    const change = (newURL: string) => new HashChangeEvent('hashchange', { newURL })
    window.addEventListener('hashchange', listen)
    const page = `${window.location.origin}/#/pages/web/reset/index`
    const late = ['of-an-email', 'of-another'].map((token) => change(`${page}?token=${token}`))
    for (const { newURL } of late) {
      window.history.replaceState(null, '', newURL)
      forgetQuery()
    }
    for (const event of late) window.dispatchEvent(event)
    expect(heard).toEqual([])
    window.dispatchEvent(change(page))
    forgetQuery()
    window.dispatchEvent(change(page))
    expect(heard).toEqual([page, page])
    window.removeEventListener('hashchange', listen)
  })
})
