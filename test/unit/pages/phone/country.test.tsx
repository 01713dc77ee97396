import { refused } from '../../../kit/fake-backend'
import { last, openPage } from '../../../kit/pages/open-phone'
import { wechat } from '../../../kit/stubs/taro'

const { smsCountries } = __FEATURES__
const abroad = [
  ...smsCountries,
  { code: 'HK', calling: '852', zh: '中国香港', en: 'Hong Kong (China)' },
  { code: 'GB', calling: '44', zh: '英国', en: 'United Kingdom' },
]

beforeEach(() => wechat.reset())
afterEach(() => void (__FEATURES__.smsCountries = smsCountries))

describe('the country of a number for a text message', () => {
  it('the country of a number is shown before the field and cannot be tapped where only one is served', async () => {
    const page = await openPage(refused(404))
    expect(page.text('sms-form')).toContain('+86')
    expect(page.has('sms-country')).toBe(false)
  })

  it('the country of a number is chosen from a list by name and calling code, and sent with the number', async () => {
    __FEATURES__.smsCountries = abroad
    const page = await openPage(refused(404))
    expect(page.text('sms-country')).toBe('+86')
    await page.tap('sms-country')
    expect(page.text('sms-country-HK')).toBe('中国香港 +852')
    await page.tap('sms-country-HK')
    expect(page.has('sms-countries')).toBe(false)
    expect(page.text('sms-country')).toBe('+852')
    await page.type('sms-phone', '9876 5432')
    await page.tap('sms-send')
    expect(last(page)?.body).toEqual({ phone: '+85298765432' })
  })

  it('the country of a number keeps what was typed when another one is chosen', async () => {
    __FEATURES__.smsCountries = abroad
    const page = await openPage(refused(404))
    await page.type('sms-phone', '98765432')
    await page.tap('sms-country')
    await page.tap('sms-country-HK')
    await page.tap('sms-send')
    expect(last(page)?.body).toEqual({ phone: '+85298765432' })
  })

  it.each(['+33 6 12 34 56 78', '0033612345678'])(
    'the country of a number is left out where the number was typed with a code of its own: %s',
    async (typed) => {
      __FEATURES__.smsCountries = abroad
      const page = await openPage(refused(404))
      await page.tap('sms-country')
      await page.tap('sms-country-GB')
      await page.type('sms-phone', typed)
      await page.tap('sms-send')
      expect(last(page)?.body).toEqual({ phone: typed.replaceAll(' ', '') })
    },
  )
})
