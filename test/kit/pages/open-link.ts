import LinkPage from '../../../src/pages/member/link/index'
import { fakePlatform } from '../fake-platform'
import { renderPage } from '../render-page'

export const webUser = { id: 7, nickname: 'Alice', avatar: '', openid: null }
export const linked = { status: 200, body: { status: 'ok', openid: 'openid-of-alice', user_id: 7 } }
export const unknownHere = {
  status: 404,
  body: { error_msg: 'not found', link_ticket: 'a-ticket', link_ticket_expires_in: 600 },
}

export const openUnlinked = async (platform = fakePlatform()) => {
  const page = renderPage(LinkPage, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(unknownHere))
  return page
}
type Page = Awaited<ReturnType<typeof openUnlinked>>
export const submit = async (page: Page, way: 'sign-in' | 'register' = 'sign-in') => {
  await page.tap(`link-${way}`)
  await page.type('link-username', 'alice@example.com')
  await page.type('link-password', 'correct horse')
  await page.tap('link-submit')
}

export const answer = (page: Page, response: Parameters<Page['network']['answer']>[0]) =>
  page.settled(() => page.network.answer(response))
export const last = (page: Page) => page.network.requests.at(-1)
