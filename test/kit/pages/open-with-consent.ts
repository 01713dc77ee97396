import ProfilePage from '../../../src/pages/member/profile/index'
import { granted } from '../fake-backend'
import { type FakeClock } from '../fake-clock'
import { fakePlatform } from '../fake-platform'
import { renderPage } from '../render-page'

export const alice = { id: 7, nickname: 'Alice', avatar: '', _email: null, _phone: '13800001234' }
export const openPage = async (
  platform = fakePlatform(),
  Page: Parameters<typeof renderPage>[0] = ProfilePage,
  user: object = alice,
) => {
  const page = renderPage(Page, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(granted(user)))
  return page
}
type Page = Awaited<ReturnType<typeof openPage>>
export const letPass = async (page: Page, clock: FakeClock, seconds: number) => {
  for (let second = 0; second < seconds; second += 1) {
    await page.settled(() => clock.advance(1_000))
  }
}

export const inDevelopment = (isSo: boolean) => Object.assign(globalThis, { __DEVELOPMENT__: isSo })
