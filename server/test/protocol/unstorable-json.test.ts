import fc from 'fast-check'
import { isStorable } from '../../src/plugins/storable-json'
import { serverForFile } from '../kit/server-for-file'

const { server, hand } = serverForFile()

const put = async (field: string) => {
  const { token } = await hand.signIn('alice')
  const reply = await server.app.inject({
    method: 'PUT',
    url: '/hserve/v2.5/user/info/',
    payload: `{"planted":${field}}`,
    headers: {
      'content-type': 'application/json',
      'x-hydrogen-client-id': server.context.settings.clientId,
      authorization: `Hydrogen-r1 ${token}`,
    },
  })
  return [reply.statusCode, reply.json().error_code ?? reply.json().planted]
}

describe('text that no column holds', () => {
  it.each([
    ['half a pair', '"\\udc00"'],
    ['NUL', '"\\u0000"'],
    ['half a pair after text that reads like the other half', '"\\\\ud83d\\udc00"'],
    ['half a pair after three backslashes', '"\\\\\\ud83d"'],
    ['half a pair in a name', '{"\\ud83d":1}'],
  ])('a text that no column holds is refused with 400: %s', async (_kind, field) => {
    expect(await put(field)).toEqual([400, 'request_malformed'])
  })

  it.each(['"\\ud83d\\udc00"', '"\\\\ud83d\\\\udc00"', '"\\\\\\ud83d\\udc00"', '"\\\\u0000"'])(
    'a text that a column holds is kept as it is: %s',
    async (field) => {
      expect(await put(field)).toEqual([200, JSON.parse(field)])
    },
  )

  it('a text that no column holds is recognised in any JSON, by its meaning and not by its spelling', () => {
    const piece = fc.constantFrom(
      '\\\\',
      '\\"',
      '\\u0000',
      '\\u0041',
      '\\ud83d',
      '\\uDC00',
      'ud83d',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const json = `"${pieces.join('')}"`
        const meant = String(JSON.parse(json))
        expect(isStorable(json)).toBe(!/[\0\p{Surrogate}]/u.test(meant))
      }),
      { numRuns: 2_000 },
    )
  })
})
