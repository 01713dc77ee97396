import { absentNames, without } from '../../../config/absent'
import { withoutQuotaToast } from '../../../config/quota-toast'

const all = {
  phone: 'oneTap',
  sms: true,
  smsCountries: [],
  profileButton: 'whereAnswered',
  profileWriter: 'client',
  profileSync: 'setnx',
  profileOffer: 'first',
  profileDesc: '',
  profileDescEn: '',
  privacySheet: 'official',
  wxBaas: false,
  tianmu: false,
} as const

describe('what a build must not name', () => {
  it('a build must never name the phone button of the other variant', () => {
    expect(absentNames(all)).toEqual(['getRealTimePhoneNumber', 'getRealtimePhoneNumber'])
    expect(absentNames({ ...all, phone: 'realtime' })).toEqual(['getPhoneNumber'])
  })

  it('a build must not name anything of what is off', () => {
    expect(absentNames({ ...all, phone: 'off', profileButton: 'off' })).toEqual(
      expect.arrayContaining(['getPhoneNumber', 'getUserProfile', 'getUserInfo']),
    )
  })
})

describe('taking names out', () => {
  it.each([
    ['a list', '["a","getUserInfo","b"]', '["a","b"]'],
    ['the end of a list', '["a","getUserInfo"]', '["a"]'],
    ['an object', '{bindTap:x,bindGetUserInfo:x,y:1}', '{bindTap:x,y:1}'],
    ['a template', '<b bindtap="eh" bindgetuserinfo="eh">', '<b bindtap="eh">'],
  ])('a name is taken out of %s', (_where, before, after) => {
    expect(without(['getUserInfo'], before)).toBe(after)
  })

  it('taking a name out leaves longer names alone', () => {
    const text = '["getUserInfoX"],{bindGetUserInfoX:1}'
    expect(without(['getUserInfo'], text)).toBe(text)
  })
})

describe('the notice of an exhausted quota', () => {
  it('the notice of an exhausted quota is switched off on buttons that can ask for a phone number, and on no other', () => {
    expect(withoutQuotaToast('<button bindtap="eh" bindGetPhoneNumber="eh">')).toContain(
      'phone-number-no-quota-toast="{{false}}"',
    )
    expect(withoutQuotaToast('<button bindtap="eh">')).toBe('<button bindtap="eh">')
  })
})
