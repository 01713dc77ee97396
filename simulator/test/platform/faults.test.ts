import fc from 'fast-check'
import { APIS, createFaults, type Fault } from '../../platform/faults'

const busy = { kind: 'errcode', errcode: -1 } as const

test('a counted fault strikes that many calls of its endpoint and no other', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...APIS),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.constantFrom(...APIS), { maxLength: 30 }),
      (api, times, calls) => {
        const faults = createFaults()
        faults.inject({ trouble: busy, api, times })
        const struck = calls.filter((call) => faults.strike(call).length > 0)
        expect(struck).toEqual(calls.filter((call) => call === api).slice(0, times))
      },
    ),
  )
})

test('an uncounted fault strikes until it is cleared', () => {
  const faults = createFaults()
  faults.inject({ trouble: { kind: 'dropped' }, api: 'every', times: 'until-cleared' })
  expect(APIS.flatMap(faults.strike)).toEqual(APIS.map(() => ({ kind: 'dropped' })))
  faults.clear()
  expect(APIS.flatMap(faults.strike)).toEqual([])
})

test('the faults on one call strike in the order in which they were injected', () => {
  const faults = createFaults()
  const slow = { kind: 'slow', delayMs: 5 } as const
  const both: Fault[] = [slow, busy].map((trouble) => ({ trouble, api: 'every', times: 1 }))
  both.forEach(faults.inject)
  expect(faults.strike('cgi-bin/token')).toEqual([slow, busy])
  expect(faults.pending()).toEqual([])
})

test('a verdict is no failure, and is used by a check only', () => {
  const faults = createFaults()
  faults.inject({ trouble: { kind: 'verdict', suggest: 'risky' }, api: 'every', times: 1 })
  expect(faults.strike('wxa/msg_sec_check')).toEqual([])
  expect(faults.verdict('wxa/msg_sec_check')).toBe('risky')
  expect(faults.verdict('wxa/msg_sec_check')).toBeUndefined()
})
