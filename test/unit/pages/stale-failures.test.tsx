import { BaasError } from '../../../src/baas/errors'
import EmailPage from '../../../src/pages/member/account/email/index'
import UsernamePage from '../../../src/pages/member/account/username/index'
import PasswordPage from '../../../src/pages/member/account/password/index'
import LinkPage from '../../../src/pages/member/link/index'
import NoteEditPage from '../../../src/pages/notes/edit/index'
import ResetPage from '../../../src/pages/web/reset/index'
import SignInPage from '../../../src/pages/web/sign-in/index'
import { refused } from '../../kit/fake-backend'
import { alice, answer, openPage, required } from '../../kit/pages/open-account'
import { renderPage } from '../../kit/render-page'
import { wechat } from '../../kit/stubs/taro'

type Page = ReturnType<typeof renderPage>
type Values = Readonly<Record<string, string>>

const submit = async (page: Page, values: Values, button: string) => {
  for (const [id, value] of Object.entries(values)) await page.type(id, value)
  await page.tap(button)
}

const asGuest = async (shown: Parameters<typeof renderPage>[0]) => {
  const page = renderPage(shown)
  await page.settled(() => void page.auth.launch())
  await page.settled(() => page.network.answer(refused(404)))
  return page
}
const linking = async () => {
  const page = await asGuest(LinkPage)
  await page.tap('link-sign-in')
  return page
}

beforeEach(() => wechat.reset())

describe('a form whose last try failed', () => {
  const NAME = { 'sign-in-name': 'alice', 'sign-in-password': 'a sentence' }
  const LINK = { 'link-username': 'alice', 'link-password': 'a sentence' }
  it.each<[string, () => Promise<Page>, Values, Values, string, string]>([
    [
      'of the username',
      () => openPage(UsernamePage),
      { username: 'al' },
      { username: '' },
      'username-save',
      'username-said',
    ],
    [
      'of the password',
      () => openPage(PasswordPage),
      { 'password-new': 'a good sentence' },
      { 'password-new': 'short' },
      'password-save',
      'password-said',
    ],
    [
      'of a note',
      () => openPage(NoteEditPage),
      { 'note-title': 'A' },
      { 'note-title': ' ' },
      'note-save',
      'note-failure',
    ],
    [
      'of a reset',
      () => asGuest(ResetPage),
      { 'reset-email': 'a@b.cn' },
      { 'reset-email': 'a' },
      'reset-submit',
      'reset-said',
    ],
    [
      'to sign in',
      () => asGuest(SignInPage),
      NAME,
      { 'sign-in-password': '' },
      'sign-in-submit',
      'sign-in-failure',
    ],
    ['to link', linking, LINK, { 'link-password': '' }, 'link-submit', 'link-failure'],
  ])(
    'a form %s does not repeat why its last try failed beside what is wrong now',
    async (_form, open, good, bad, button, failure) => {
      const page = await open()
      await submit(page, good, button)
      await page.settled(() => page.network.fail(new BaasError(600)))
      expect(page.text(failure)).toContain('网络不通')
      await submit(page, bad, button)
      expect(page.has(failure)).toBe(false)
    },
  )
})

describe('a code that was wrong', () => {
  it('a wrong code of an e-mail is no longer called wrong once another one is sent', async () => {
    const page = await openPage(EmailPage, { ...alice, _email: 'a@b.cn', _email_verified: false })
    await page.type('email-code', 'ABCD-2345')
    await page.tap('email-code-submit')
    await answer(page, refused(400, 'wrong', { error_code: 'email_code_wrong' }))
    expect(page.has('email-code-failure')).toBe(true)
    await page.tap('verify-resend')
    expect(page.has('email-code-failure')).toBe(false)
  })

  it('a wrong password of a re-authentication is no longer called wrong once a code is sent in its place', async () => {
    const member = { ...alice, openid: null, _username: 'al', _phone: '13800001234' }
    const page = await openPage(UsernamePage, { ...member, _phone_verified: true })
    await page.type('username', 'alicia')
    await page.tap('username-save')
    await answer(page, required)
    await page.type('reauthentication-credential', 'a wrong sentence')
    await page.tap('reauthentication-submit')
    await answer(page, refused(403, 'wrong', { error_code: 'reauthentication_failed' }))
    expect(page.has('reauthentication-failure')).toBe(true)
    await page.tap('reauthentication-phone')
    expect(page.has('reauthentication-failure')).toBe(false)
  })
})
