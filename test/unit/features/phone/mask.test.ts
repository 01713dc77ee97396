import fc from 'fast-check'
import { maskPhone } from '../../../../src/features/phone/mask'

describe('a masked phone number', () => {
  it('a masked phone number lets its owner recognise it', () => {
    expect(maskPhone('13800001234')).toBe('138****1234')
    expect(maskPhone('+8613800001234')).toBe('+86****1234')
  })

  it('a masked phone number never shows a whole number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,15}$/), (phone) => !maskPhone(phone).includes(phone)),
    )
  })
})
