import { createCallLog } from '../../platform/call-log'
import { createClock, inSeconds } from '../../platform/clock'
import { createFaults } from '../../platform/faults'
import { createOutbox } from '../../platform/outbox'

const mail = { to: 'a@example.com', subject: 'Hello', text: 'text' }

test('the outbox numbers what it is given in one row, with the time, and keeps the latest two hundred of each', () => {
  const outbox = createOutbox(() => 7)
  expect(outbox.addMail(mail)).toEqual({ ...mail, id: 1, at: 7 })
  expect(outbox.addSms({ to: '1', text: 'first' })).toEqual({
    to: '1',
    text: 'first',
    id: 2,
    at: 7,
  })
  for (let count = 0; count < 200; count += 1) {
    outbox.addMail({ ...mail, text: String(count) })
    outbox.addSms({ to: '1', text: String(count) })
  }
  for (const kept of [outbox.mails(), outbox.sms()]) {
    expect(kept).toHaveLength(200)
    expect([kept.at(0)?.text, kept.at(-1)?.text]).toEqual(['0', '199'])
  }
  outbox.clear()
  expect([outbox.mails(), outbox.sms()]).toEqual([[], []])
})

test('the call log keeps the latest two hundred calls, and counts all', () => {
  const log = createCallLog(() => 7)
  log.record('cgi-bin/token', 0)
  expect(log.latest()).toEqual([{ at: 7, api: 'cgi-bin/token', outcome: 0 }])
  for (let count = 1; count <= 200; count += 1) log.record('sns/jscode2session', count)
  expect(log.latest()).toHaveLength(200)
  expect([log.latest().at(0)?.outcome, log.latest().at(-1)?.outcome]).toEqual([1, 200])
  expect(log.counts()).toEqual({ 'cgi-bin/token': 1, 'sns/jscode2session': 200 })
  log.clear()
  expect([log.latest(), log.counts()]).toEqual([[], {}])
})

test('the clock adds every advance to its source, until it is rewound', () => {
  let source = 1_000
  const clock = createClock(() => source)
  clock.advance(500)
  clock.advance(-200)
  expect(clock.now()).toBe(1_300)
  source = 2_000
  expect(clock.now()).toBe(2_300)
  clock.rewind()
  expect(clock.now()).toBe(2_000)
  expect([inSeconds(1_999), inSeconds(2_000)]).toEqual([1, 2])
})

test('a used-up phone quota is no failure and no verdict, and hits one click after the other', () => {
  const faults = createFaults()
  faults.inject({ trouble: { kind: 'phone-quota' }, api: 'every', times: 2 })
  expect(faults.strike('wxa/business/getuserphonenumber')).toEqual([])
  expect(faults.verdict('wxa/msg_sec_check')).toBeUndefined()
  expect(faults.pending()).toMatchObject([{ times: 2 }])
  expect([1, 2, 3].map(() => faults.isPhoneQuotaSpent())).toEqual([true, true, false])
})

test('the first of two verdicts is used next, each for its own endpoint', () => {
  const faults = createFaults()
  const set = (suggest: 'risky' | 'review', api: 'wxa/msg_sec_check' | 'every') =>
    faults.inject({ trouble: { kind: 'verdict', suggest }, api, times: 1 })
  set('risky', 'wxa/msg_sec_check')
  set('review', 'every')
  expect(faults.verdict('wxa/media_check_async')).toBe('review')
  expect(faults.verdict('wxa/media_check_async')).toBeUndefined()
  expect(faults.verdict('wxa/msg_sec_check')).toBe('risky')
  expect(faults.isPhoneQuotaSpent()).toBe(false)
})

test('a content check uses up one verdict, however many wait for it', () => {
  const faults = createFaults()
  for (const suggest of ['risky', 'review'] as const) {
    faults.inject({ trouble: { kind: 'verdict', suggest }, api: 'every', times: 1 })
  }
  expect(faults.verdict('wxa/msg_sec_check')).toBe('risky')
  expect(faults.pending()).toHaveLength(1)
  expect(faults.verdict('wxa/msg_sec_check')).toBe('review')
  expect(faults.pending()).toEqual([])
})
