import fc from 'fast-check'
import { mayAsk } from '../../../../src/features/profile/policy'

const DAY = 86_400_000
const moment = fc.integer({ min: 0, max: 2 ** 41 })

describe('the profile popup policy', () => {
  it('the popup policy "never" never asks', () => {
    fc.assert(
      fc.property(fc.option(moment, { nil: undefined }), moment, (last, now) => {
        expect(mayAsk('never', last, now)).toBe(false)
      }),
    )
  })

  it('the popup policy "first" asks once in a lifetime, whatever the answer was', () => {
    expect(mayAsk('first', undefined, 0)).toBe(true)
    fc.assert(fc.property(moment, moment, (last, now) => !mayAsk('first', last, now)))
  })

  it('the popup policy "everyDays" asks again when that many days have gone by, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 365 }), moment, (everyDays, last) => {
        expect(mayAsk({ everyDays }, undefined, last)).toBe(true)
        expect(mayAsk({ everyDays }, last, last + everyDays * DAY - 1)).toBe(false)
        expect(mayAsk({ everyDays }, last, last + everyDays * DAY)).toBe(true)
      }),
    )
  })

  it('the popup policy asks again rather than never when the clock of the phone went back', () => {
    expect(mayAsk({ everyDays: 30 }, 5_000, 4_000)).toBe(true)
  })
})
