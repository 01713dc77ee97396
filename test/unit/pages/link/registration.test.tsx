import { granted, refused } from '../../../kit/fake-backend'
import { wechat } from '../../../kit/stubs/taro'
import { answer, last, linked, openUnlinked, submit, webUser } from '../../../kit/pages/open-link'

beforeEach(() => wechat.reset())

it.each([
  ['password_too_common', '容易被猜到'],
  ['password_has_your_name', '你的名字'],
  ['name_taken', '已被其他账号使用'],
  [undefined, '已经有人用了'],
])('a registration in the link flow is refused in words of its own: %s', async (code, sentence) => {
  const page = await openUnlinked()
  await submit(page, 'register')
  await answer(page, refused(400, 'no', code === undefined ? {} : { error_code: code }))
  expect(page.text('link-failure')).toContain(sentence)
  expect(page.byId('link-password')).toHaveProperty('value', 'correct horse')
})

it('a registration in the link flow opens a new account and links it', async () => {
  const page = await openUnlinked()
  await submit(page, 'register')
  expect(last(page)?.url).toContain('/register/email/')
  await answer(page, granted(webUser))
  await answer(page, linked)
  expect(page.has('link-done')).toBe(true)
})

// docs/wechat.md 6.2
it('a registration in the link flow has terms and privacy guide one tap away, before anything is sent', async () => {
  const page = await openUnlinked()
  await page.tap('link-register')
  await page.tap('link-terms')
  await page.tap('link-privacy')
  expect(wechat.calls('navigateTo')).toEqual([
    { url: '/pages/legal/terms/index' },
    { url: '/pages/legal/privacy/index' },
  ])
})
