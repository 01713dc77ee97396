import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

describe('finding users', () => {
  const find = (token: string, query: Record<string, string>) =>
    server.call('GET', `/hserve/v2.2/user/info/?${new URLSearchParams(query)}`, { token })

  it('the users are found by nickname, in pages with a count, and show others three fields', async () => {
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
  ])('finding users refuses where=%s', async (where) => {
    const { token } = await hand.signIn('otto')
    expect((await find(token, { where })).status).toBe(400)
  })

  it('finding users takes % and _ in a name as themselves', async () => {
    const { token } = await hand.signIn('paul')
    const where = JSON.stringify({ nickname: { $contains: '%' } })
    expect((await find(token, { where })).body.objects).toEqual([])
  })
})
