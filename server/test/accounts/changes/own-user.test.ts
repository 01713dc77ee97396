import { watchQueries } from '../../kit/query-watch'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

describe('the own user', () => {
  const update = (token: string, body: object) =>
    server.call('PUT', '/hserve/v2.5/user/info/', { body, token })

  it('an update of the own user takes fields, custom fields and operators', async () => {
    const { token } = await hand.register('jan')
    const answer = await update(token, { nickname: 'Jan', gender: 1, level: 3, tags: ['a'] })
    expect(answer.body).toMatchObject({ nickname: 'Jan', gender: 1, level: 3, tags: ['a'] })
    const operators = {
      level: { $incr_by: 2 },
      tags: { $append_unique: ['a', 'b'] },
      prefs: { $update: { dark: true } },
    }
    expect((await update(token, operators)).body).toMatchObject({
      level: 5,
      tags: ['a', 'b'],
      prefs: { dark: true },
    })
    expect(
      (await update(token, { tags: { $remove: ['a'] }, prefs: { $update: { big: 1 } } })).body,
    ).toMatchObject({
      tags: ['b'],
      prefs: { dark: true, big: 1 },
    })
    expect((await update(token, { tags: { $append: ['c', 'd'] } })).body.tags).toEqual([
      'b',
      'c',
      'd',
    ])
    expect((await update(token, { tags: { $pop: 1 } })).body.tags).toEqual(['b', 'c'])
    expect((await update(token, { tags: { $pop: -1 } })).body.tags).toEqual(['c'])
  })

  it('an update of the own user takes fields whose names every object answers to', async () => {
    const { token } = await hand.register('lars')
    const named = { toString: { $append: 'a' }, valueOf: { $incr_by: 1 }, constructor: 'x' }
    const { status, body } = await update(token, named)
    expect(status).toBe(200)
    expect(body).toMatchObject({ toString: ['a'], valueOf: 1, constructor: 'x' })
  })

  it('an update of the own user empties a custom field with null', async () => {
    const { token } = await hand.register('nils')
    await update(token, { level: 3 })
    expect((await update(token, { level: null })).body).toMatchObject({ level: null })
  })

  it('an update of the own user adds to no object, whatever its members are called', async () => {
    const { token } = await hand.register('mika')
    await update(token, { held: { toString: 1, valueOf: 2 } })
    const { status, body } = await update(token, { held: { $incr_by: 1 } })
    expect([status, body.error_code]).toEqual([400, 'field_invalid'])
  })

  it('an update of the own user counts increments that come at once', async () => {
    const { token } = await hand.register('kurt')
    await Promise.all(Array.from({ length: 10 }, () => update(token, { visits: { $incr_by: 1 } })))
    expect((await update(token, {})).body.visits).toBe(10)
  })

  it.each([
    { id: 1 },
    { openid: 'o' },
    { _phone: '1' },
    { created_at: 1 },
    { nickname: 5 },
    { nickname: 'x'.repeat(1025) },
    { gender: 7 },
    { gender: { toString: 1 } },
    { visits: { $incr_by: { toString: 1 } } },
    { tags: { $nope: 1 } },
    { tags: { $pop: 2 } },
    { prefs: { $update: null } },
    { tags: { $incr_by: 'x' } },
    { 'bad name': 1 },
    { big: 'x'.repeat(17_000) },
    { nickname: 'a\u0000b' },
    { custom: 'half \ud800 pair' },
    { __proto__x: 1, $set: 1 },
  ])('an update of the own user refuses %p', async (body) => {
    const { token } = await hand.signIn('lea')
    const answer = await update(token, body)
    expect(answer.status).toBe(400)
  })

  it.each([
    { tags: { $remove: Array(21_000).fill({}) } },
    { tags: { $append_unique: Array(10_800).fill(0) } },
    { a: 'x'.repeat(9_000), b: 'x'.repeat(9_000) },
  ])(
    'an update of the own user refuses more than 16 KiB of custom fields before it locks the row, whatever would be left of them %#',
    async (body) => {
      const { token } = await hand.signIn('lea')
      const watch = watchQueries(server.context.db)
      const answer = await update(token, body)
      expect([answer.status, answer.body.error_code]).toEqual([400, 'field_invalid'])
      expect(watch.seen().filter(({ text }) => / for (no key )?update/.test(text))).toEqual([])
    },
  )

  it('an update of the own user keeps every well-formed text as it is', async () => {
    const { token } = await hand.signIn('max')
    const nickname = '👩‍👩‍👧 名前 \\u0000 ﷽'
    expect((await update(token, { nickname })).body.nickname).toBe(nickname)
  })
})
