import { serverForFile } from './kit/server-for-file'

const { server, hand } = serverForFile()

describe('the own user', () => {
  const update = (token: string, body: object) =>
    server.call('PUT', '/hserve/v2.5/user/info/', { body, token })

  it('takes fields, custom fields and operators', async () => {
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

  it('counts increments that come at once', async () => {
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
    { tags: { $nope: 1 } },
    { tags: { $incr_by: 'x' } },
    { 'bad name': 1 },
    { big: 'x'.repeat(17_000) },
    { nickname: 'a\u0000b' },
    { custom: 'half \ud800 pair' },
    { __proto__x: 1, $set: 1 },
  ])('refuses %p', async (body) => {
    const { token } = await hand.signIn('lea')
    const answer = await update(token, body)
    expect(answer.status).toBe(400)
  })

  it('keeps every well-formed text as it is', async () => {
    const { token } = await hand.signIn('max')
    const nickname = '👩‍👩‍👧 名前 \\u0000 ﷽'
    expect((await update(token, { nickname })).body.nickname).toBe(nickname)
  })
})

describe('finding users', () => {
  const find = (token: string, query: Record<string, string>) =>
    server.call('GET', `/hserve/v2.2/user/info/?${new URLSearchParams(query)}`, { token })

  it('finds by nickname, shows others three fields, pages and counts', async () => {
    const { token } = await hand.signIn('nina')
    for (const name of ['ora', 'orb', 'orc']) {
      const other = await hand.signIn(name)
      await server.call('PUT', '/hserve/v2.5/user/info/', {
        body: { nickname: `find-${name}` },
        token: other.token,
      })
    }
    const where = JSON.stringify({ $and: [{ nickname: { $contains: 'find-' } }] })
    const page = await find(token, { where, limit: '2', return_total_count: '1' })
    expect(page.status).toBe(200)
    expect(page.body.meta).toMatchObject({ limit: 2, offset: 0, total_count: 3, previous: null })
    expect(Object.keys(page.body.objects[0]).sort()).toEqual(['avatar', 'id', 'nickname'])

    const next = await server.call('GET', page.body.meta.next, { token })
    expect(next.body.objects.map(({ nickname }: { nickname: string }) => nickname)).toEqual([
      'find-orc',
    ])
    expect(next.body.meta.next).toBeNull()
  })

  it.each([
    '{',
    '[]',
    '{"_phone":"1"}',
    '{"nickname":{"$regex":"a"}}',
    '{"id":"x"}',
    '{"id":{"$in":1}}',
  ])('refuses where=%s', async (where) => {
    const { token } = await hand.signIn('otto')
    expect((await find(token, { where })).status).toBe(400)
  })

  it('takes % and _ in a name as themselves', async () => {
    const { token } = await hand.signIn('paul')
    const where = JSON.stringify({ nickname: { $contains: '%' } })
    expect((await find(token, { where })).body.objects).toEqual([])
  })
})
