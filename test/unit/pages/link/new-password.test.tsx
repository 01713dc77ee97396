import { openUnlinked } from '../../../kit/pages/open-link'
import { wechat } from '../../../kit/stubs/taro'

beforeEach(() => wechat.reset())

it('a registration in the link flow says what is wrong with a new password before anything is sent', async () => {
  const page = await openUnlinked()
  await page.tap('link-register')
  const { length } = page.network.requests
  await page.type('link-username', 'alice@example.com')
  for (const [password, sentence] of [
    ['short', '至少 8 个字符'],
    ['long'.repeat(33), '最多 128 个字符'],
  ] as const) {
    await page.type('link-password', password)
    await page.tap('link-submit')
    expect(page.text('link-password-under')).toContain(sentence)
  }
  expect(page.network.requests).toHaveLength(length)
})
