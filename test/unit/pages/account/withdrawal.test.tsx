import PrivacyPage from '../../../../src/pages/legal/privacy/index'
import { wechat } from '../../../kit/stubs/taro'
import { alice, answer, last, ok, openPage, required } from '../../../kit/pages/open-account'

beforeEach(() => wechat.reset())

describe('consent', () => {
  it('a person can withdraw consent: picture, name and number leave the account', async () => {
    const page = await openPage(PrivacyPage, { ...alice, _phone: '13800001234' })
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    expect(last(page)?.body).toEqual({ nickname: '', avatar: '' })
    await answer(page, ok({ ...alice, nickname: '' }))
    expect(last(page)?.body).toEqual({ phone: null })
    await answer(page, ok({ phone: null }))
    expect(page.session()).toMatchObject({ user: { nickname: '', _phone: null } })
  })

  it('the withdrawal of consent says what is left when no one here can prove whose number it is', async () => {
    const page = await openPage(PrivacyPage, { ...alice, openid: null, _phone: '13800001234' })
    await page.tap('consent-withdraw')
    await page.tap('consent-withdraw-sure')
    await answer(page, ok({ nickname: '', avatar: '' }), required)
    expect(page.text('consent-withdrawn')).toContain('手机号还在')
    expect(page.session()).toMatchObject({ user: { nickname: '', _phone: '13800001234' } })
  })
})
