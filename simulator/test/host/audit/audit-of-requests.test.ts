import { requestFindings } from '../../../host/core/audit/requests'
import type { Span } from '../../../wx/network/exchange'

const bytes = (length: number, first = 0) => {
  const body = new Uint8Array(length)
  body[0] = first
  return body.buffer
}
const LARGE = 128 * 1024 + 1
const answer = (status: number, body = bytes(1)): Span['ending'] => ({ status, body })
const span = (change: Partial<Span> = {}): Span => ({
  from: 0,
  to: 10,
  url: 'https://a.example/x',
  ending: answer(200),
  ...change,
})

describe('the audit of requests', () => {
  it.each([
    [answer(200), 0],
    [answer(401), 0],
    [answer(403), 0],
    ['aborted' as const, 0],
    [answer(404), 1],
    [answer(500), 1],
    ['failed' as const, 1],
  ])('the audit of requests counts %j as failed: %i', (ending, count) => {
    expect(requestFindings([span({ ending })])).toEqual(
      count === 0 ? [] : ['Requests that failed: 1; none are fine but 401 and 403.'],
    )
  })

  it.each([
    ['https://a.example/', 0],
    ['http://127.0.0.1:8787/x', 0],
    ['http://localhost/', 0],
    ['http://a.example/', 1],
    ['http://localhost.evil.example/', 1],
  ])(
    'the audit of requests counts %s as without HTTPS where it should not be: %i',
    (url, count) => {
      expect(requestFindings([span({ url })])).toEqual(
        count === 0 ? [] : ['Requests without HTTPS: 1; none are fine.'],
      )
    },
  )

  it('the audit of requests finds the same large answer fetched again within three minutes', () => {
    const first = span({ ending: answer(200, bytes(LARGE)) })
    const later = (to: number, change: Partial<Span> = {}) =>
      requestFindings([first, span({ to, ending: answer(200, bytes(LARGE)), ...change })])
    expect(later(10 + 180_000)).toEqual([
      'Requests that fetched the same 128 KB or more again within 3 minutes: 1.',
    ])
    expect(later(10 + 180_001)).toEqual([])
    expect(later(20, { url: 'https://a.example/y' })).toEqual([])
    expect(later(20, { ending: answer(200, bytes(LARGE, 1)) })).toEqual([])
    expect(later(20, { ending: answer(200, bytes(LARGE - 1)) })).toEqual([])
  })
})
