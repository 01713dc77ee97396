import { granted, refused } from '../fake-backend'
import { renderPage } from '../render-page'

export const alice = {
  id: 7,
  nickname: 'Alice',
  avatar: '',
  openid: 'openid-of-alice',
  _email: null,
  _phone: null,
}

export const openPage = async (Page: Parameters<typeof renderPage>[0], user: object = alice) => {
  const page = renderPage(Page)
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(granted(user)))
  return page
}
type Page = Awaited<ReturnType<typeof openPage>>
type Answer = Parameters<Page['network']['answer']>[0]
export const answer = (page: Page, ...responses: Answer[]) =>
  responses.reduce(
    (before, response) => before.then(() => page.settled(() => page.network.answer(response))),
    Promise.resolve(),
  )
export const last = (page: Page) => page.network.requests.at(-1)
export const required = refused(403, 'prove it', { error_code: 'reauthentication_required' })
export const ok = (body: object = { status: 'ok' }): Answer => ({ status: 200, body })
