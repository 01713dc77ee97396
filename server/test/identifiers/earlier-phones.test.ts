import { earlierPhone } from '../../src/security/phone'

describe('the form that a number was kept in before', () => {
  it.each([
    [13800138000, '13800138000'],
    ['138 0013-8000', '13800138000'],
    ['+8613800138000', '13800138000'],
    ['008613800138000', '13800138000'],
    // The country code alone was kept as it was written, and so was a number that is no mobile one of mainland China.
    ['8613800138000', '8613800138000'],
    ['+862112345678', '+862112345678'],
    ['12345', '12345'],
    ['+123456789012345', '+123456789012345'],
  ])('the form that a number was kept in before: %j as %s', (written, kept) => {
    expect(earlierPhone(written)).toBe(kept)
  })

  it.each(['', '1234', '1234567890123456', '++12345', 'tel:13800138000', '(138)00138000'])(
    'the form that a number was kept in before is none for what was refused: %j',
    (written) => {
      expect(earlierPhone(written)).toBeNull()
    },
  )
})
