/** @jest-environment jsdom */
import { mendTabBar } from '../../../src/platform/tab-bar.h5'

const CHOSEN = 'weui-bar__item_on'
const frame = () => new Promise<void>((resolve) => setTimeout(resolve, 0))

const item = (id: string) => {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`There is no tab "${id}".`)
  return found
}

/** Taro shows another tab, once its script is there. */
const show = async (id: string) => {
  for (const one of document.querySelectorAll('.weui-tabbar__item')) one.classList.remove(CHOSEN)
  item(id).classList.add(CHOSEN)
  await frame()
}

const entries = (clicks: () => void): number => {
  const push = jest.spyOn(history, 'pushState')
  clicks()
  const { length } = push.mock.calls
  push.mockRestore()
  return length
}

describe('the tab bar of a browser', () => {
  const observed = jest.spyOn(MutationObserver.prototype, 'observe')
  afterAll(() => observed.mock.contexts.forEach((observer) => observer.disconnect()))

  beforeAll(async () => {
    document.body.innerHTML =
      '<div class="weui-tabbar"><a id="home" class="weui-tabbar__item weui-bar__item_on"></a><a id="me" class="weui-tabbar__item"></a></div>'
    mendTabBar(() => ['Home', 'Me'])
    await frame()
  })

  it('the tab bar of a browser makes one entry of the history for two clicks, and none for the tab on screen', async () => {
    await show('home')
    expect(entries(() => item('home').click())).toBe(0)
    expect(
      entries(() => {
        item('me').click()
        item('me').click()
      }),
    ).toBe(1)
    await show('me')
    await show('home')
    expect(entries(() => item('me').click())).toBe(1)
  })

  it('the tab bar of a browser takes the space key for a click, and the page does not scroll', () => {
    const clicked = jest.fn()
    item('me').addEventListener('click', clicked)
    const press = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true })
    item('me').dispatchEvent(press)
    expect(clicked).toHaveBeenCalledTimes(1)
    expect(press.defaultPrevented).toBe(true)
  })
})
