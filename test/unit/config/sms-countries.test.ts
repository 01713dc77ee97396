import { smsCountries } from '../../../config/sms-countries'

const china = { code: 'CN', calling: '86', zh: '中国', en: 'China' }
const hongKong = { code: 'HK', calling: '852', zh: '中国香港', en: 'Hong Kong (China)' }

describe('the list of countries for text messages', () => {
  it('the list of countries has names in both languages and calling codes, in the order of the setting', () => {
    expect(smsCountries('HK,CN')).toEqual({ value: [hongKong, china] })
  })

  it('the list of countries takes small letters, spaces and a country named twice', () => {
    expect(smsCountries(' cn, hk ,CN')).toEqual({ value: [china, hongKong] })
  })

  it.each(['ZZ', 'CN,ZZ', 'CN;HK', '86', ','])(
    'the list of countries is refused with what %j should be',
    (text) => {
      expect(smsCountries(text)).toEqual({ fault: expect.stringContaining(`is "${text}"`) })
    },
  )
})
