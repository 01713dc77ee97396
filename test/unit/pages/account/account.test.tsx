import AccountPage from '../../../../src/pages/member/account/index'
import ExportPage from '../../../../src/pages/member/account/export/index'
import NoteEditPage from '../../../../src/pages/notes/edit/index'
import { refused } from '../../../kit/fake-backend'
import { renderPage } from '../../../kit/render-page'
import { wechat } from '../../../kit/stubs/taro'
import { alice, answer, ok, openPage } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('the account page', () => {
  it('the account page lists every sign-in method, and whether the address is verified', async () => {
    const page = await openPage(AccountPage, {
      ...alice,
      _username: 'alice',
      _email: 'a@b.cn',
      _email_verified: false,
    })
    expect(page.text('account-username-value')).toBe('alice')
    expect(page.text('account-email-value')).toBe('a@b.cn\n未验证')
    expect(page.text('account-wechat-value')).toBe('已关联')
  })

  it('the account page copies the public number, which is not the order of joining', async () => {
    const page = await openPage(AccountPage, { ...alice, public_id: '90817263' })
    expect(page.text('account-number-value')).toBe('90817263')
    await page.tap('account-number')
    expect(wechat.calls('setClipboardData')).toEqual([{ data: '90817263' }])
    expect(page.has('account-number-copied')).toBe(true)
  })

  it('the account page shows a guest how to sign in instead', async () => {
    const page = renderPage(AccountPage)
    await page.settled(() => void page.auth.launch())
    await page.settled(() => page.network.answer(refused(404)))
    expect(page.has('account-username')).toBe(false)
    expect(page.has('link-continue')).toBe(true)
  })
})

describe('the export', () => {
  it('the export of an account is fetched and copied to the clipboard', async () => {
    const page = await openPage(ExportPage)
    await page.tap('export-make')
    await answer(page, ok({ user: { id: 7 } }))
    await page.tap('export-copy')
    expect(wechat.calls('setClipboardData')).toEqual([
      { data: JSON.stringify({ user: { id: 7 } }, null, 2) },
    ])
  })
})

describe('the export, where consent to the clipboard is missing', () => {
  const makeAndCopy = async () => {
    const page = await openPage(ExportPage)
    await page.tap('export-make')
    await answer(page, ok({ user: { id: 7 } }))
    await page.tap('export-copy')
    return page
  }

  it('the export of an account says why it was not copied', async () => {
    const errMsg = 'setClipboardData:fail privacy permission is not authorized'
    wechat.answer('setClipboardData', Promise.reject({ errMsg, errno: 104 }))
    const page = await makeAndCopy()
    expect(page.text('export-copied')).toContain('需要你同意')
    expect(page.byId('export-copy').className).toContain('button-ready')
  })

  it('the export of an account asks by the sheet of its own in builds that have one, or the copying would wait for ever', async () => {
    __FEATURES__.privacySheet = 'own'
    const page = await makeAndCopy()
    await page.settled(() => page.privacyQueue.need(() => undefined))
    expect(page.has('privacy-agree')).toBe(true)
    __FEATURES__.privacySheet = 'official'
  })

  // docs/wechat.md 3.1: copying and choosing a picture ask for consent, too.
  it.each([
    ['that copies the user number', AccountPage],
    ['that adds pictures to a note', NoteEditPage],
  ])(
    'a page %s asks by the sheet of its own in builds that have one, or the call would wait for ever',
    async (_what, Page) => {
      __FEATURES__.privacySheet = 'own'
      const page = await openPage(Page)
      await page.settled(() => page.privacyQueue.need(() => undefined))
      expect(page.has('privacy-agree')).toBe(true)
      __FEATURES__.privacySheet = 'official'
    },
  )
})
