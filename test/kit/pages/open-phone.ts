import PhonePage from '../../../src/pages/member/phone/index'
import { fakePlatform } from '../fake-platform'
import { renderPage } from '../render-page'

export type Page = ReturnType<typeof renderPage>
type Answer = Parameters<Page['network']['answer']>[0]
export const member = (phone: string | null = null) => ({
  id: 7,
  nickname: 'Alice',
  avatar: '',
  openid: 'openid-of-alice',
  _email: null,
  _phone: phone,
})

export const given = {
  errMsg: 'getPhoneNumber:ok',
  code: 'a-phone-code',
  encryptedData: 'e',
  iv: 'i',
}

export const openPage = async (launched: Answer, platform = fakePlatform()) => {
  const page = renderPage(PhonePage, { platform })
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(launched))
  return page
}

export const answer = (page: Page, response: Answer) =>
  page.settled(() => page.network.answer(response))
export const answerButton = (page: Page, id: string, detail: object) =>
  page.wechatSays(id, 'getphonenumber', detail)
export const last = (page: Page) => page.network.requests.at(-1)
