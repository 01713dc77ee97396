import { act, fireEvent } from '@testing-library/react'
import { TransportError } from '../../../src/baas/transport'
import HomePage from '../../../src/pages/home/index'
import { granted, refused, settle } from '../../kit/fake-backend'
import { makeAuth } from '../../kit/make-auth'
import { renderPage } from '../../kit/render-page'

const launchedWith = async (answer: (page: ReturnType<typeof renderPage>) => void) => {
  const page = renderPage(HomePage)
  await act(async () => {
    void page.auth.launch()
    await settle()
    answer(page)
    await settle()
  })
  return page
}

describe('the home page', () => {
  it('is there before the launch login has an outcome', () => {
    const page = renderPage(HomePage)
    expect(page.byId('session-state').textContent).toBe('正在启动…')
  })

  it('shows who is signed in', async () => {
    const page = await launchedWith(({ network }) => network.answer(granted()))
    expect(page.byId('session-state').textContent).toBe('已登录')
    expect(page.byId('session-user-id').textContent).toBe('22051668672901')
    expect(page.container.textContent).toContain('Alice')
  })

  it('lets an unlinked person continue with WeChat', async () => {
    const page = await launchedWith(({ network }) => network.answer(refused(404)))
    expect(page.byId('session-state').textContent).toBe('尚未关联账号')

    await act(async () => {
      fireEvent.click(page.byId('link-continue'))
      await settle()
      page.network.answer(granted())
      await settle()
    })
    expect(page.byId('session-state').textContent).toBe('已登录')
  })

  it('gives a guest a retry that works', async () => {
    const page = await launchedWith(({ network }) => network.fail(new TransportError('offline')))
    expect(page.byId('session-state').textContent).toBe('访客')

    await act(async () => {
      fireEvent.click(page.byId('session-retry'))
      await settle()
      page.network.answer(granted())
      await settle()
    })
    expect(page.byId('session-state').textContent).toBe('已登录')
  })

  it('speaks English to those who do not read Chinese', () => {
    const page = renderPage(HomePage, { language: 'en', ...makeAuth() })
    expect(page.byId('session-state').textContent).toBe('Starting…')
  })
})
