import { act, fireEvent, render } from '@testing-library/react'
import { PAGES } from '../../../src/features/navigation/routes'
import { Button } from '../../../src/ui/form/Button.h5'
import { Notice } from '../../../src/ui/feedback/Notice'
import { Page } from '../../../src/ui/page/Page.h5'
import { settle } from '../../kit/fake-backend'
import { wechat } from '../../kit/stubs/taro'

describe('a page of the browser build', () => {
  afterEach(() => wechat.reset())

  const leaveWith = async (pages: number, clicks = 1) => {
    wechat.answer('getCurrentPages', Array(pages).fill({}))
    const { container } = render(<Page title="账号" />)
    for (let click = 0; click < clicks; click += 1) {
      fireEvent.click(container.querySelector('#page-back') ?? document.body)
    }
    await settle()
  }

  it('a page of the browser build leads back to the one below it', async () => {
    await leaveWith(2)
    expect(wechat.calls('navigateBack')).toHaveLength(1)
  })

  it('a page of the browser build leads one page back for two clicks, and back again later', async () => {
    await leaveWith(3, 2)
    expect(wechat.calls('navigateBack')).toHaveLength(1)
    await leaveWith(2)
    expect(wechat.calls('navigateBack')).toHaveLength(2)
  })

  it('a page of the browser build leads home a person who came by its address, or loaded it again', async () => {
    await leaveWith(1)
    expect(wechat.calls('switchTab')).toEqual([{ url: `/${PAGES.home}` }])
  })

  it('a page of the browser build brings what it says into view: below the edge of the window it would be missed', async () => {
    const scrolled: unknown[] = []
    Object.assign(Element.prototype, {
      scrollIntoView(this: Element, how: unknown) {
        scrolled.push([this.id, how])
      },
    })
    const page = (isSaid: boolean) => (
      <Page title="笔记">
        <Button id="save" label="保存" />
        {isSaid && <Notice id="said" tone="danger" text="网络不通" />}
      </Page>
    )
    const { rerender } = render(page(false))
    rerender(page(true))
    await settle()
    expect(scrolled).toEqual([['said', { block: 'nearest' }]])
  })

  it('a page of the browser build leaves the second half of the double click that opened it unheard', () => {
    const taps: string[] = []
    const { container } = render(
      <Page title="笔记">
        <Button id="write" label="写笔记" onTap={() => taps.push('tap')} />
      </Page>,
    )
    const click = (detail: number) =>
      fireEvent.click(container.querySelector('#write') ?? document.body, { detail })
    click(2)
    expect(taps).toHaveLength(0)
    click(1)
    click(2)
    expect(taps).toHaveLength(2)
    act(() => wechat.show())
    click(2)
    expect(taps).toHaveLength(2)
    click(0)
    expect(taps).toHaveLength(3)
  })

  it('a page of the browser build has no way back beside a tab bar', () => {
    const { container } = render(<Page kind="tab" title="首页" />)
    expect(container.querySelector('#page-back')).toBeNull()
  })
})
