import { sql } from 'drizzle-orm'
import { serverForFile } from './kit/server-for-file'
import { phoneInHand } from './kit/phone-in-hand'

const USERS = 12_000

const { server } = serverForFile()
let token: string

beforeAll(async () => {
  await server.context.db.execute(sql`insert into users (id, created_at, updated_at, nickname)
    select n, timestamptz '2026-01-01' + n * interval '1 second', now(),
      case when n = 11500 then 'AA 张小明 Ming 50%' else 'user ' || n end
    from generate_series(1, ${sql.raw(String(USERS))}) as n`)
  token = (await phoneInHand(server).signIn('alice')).token
})

const list = (query: Record<string, string>) =>
  server.call('GET', `/hserve/v2.2/user/info/?${new URLSearchParams(query)}`, { token })
const ids = async (where: object, query: Record<string, string> = {}) => {
  const { status, body } = await list({ where: JSON.stringify(where), ...query })
  return status === 200 ? body.objects.map(({ id }: { id: number }) => id) : body.error_code
}

describe('a search among many users', () => {
  it('finds any part of a nickname by its characters, wherever the user is in the order', async () => {
    for (const part of ['小明', 'Ming', '50%'])
      expect(await ids({ nickname: { $contains: part } })).toEqual([11500])
    expect(await ids({ nickname: { $icontains: 'mING' } })).toEqual([11500])
    expect(await ids({ nickname: { $contains: 'ming' } })).toEqual([])
    expect(await ids({ nickname: { $contains: '明小' } })).toEqual([])
  })

  it('finds exact nicknames and ids', async () => {
    expect(await ids({ nickname: 'user 11999' })).toEqual([11999])
    expect(await ids({ nickname: { $in: ['user 2', 'user 11999'] } })).toEqual([2, 11999])
    const newest = { order_by: '-created_at', limit: '1' }
    expect(await ids({ id: { $gt: 11_000, $lte: USERS } }, newest)).toEqual([USERS])
    expect(await ids({ $or: [{ id: 3 }, { id: 5 }] }, { limit: '1' })).toEqual([3])
  })

  it('says that it is too wide where it would have to look at more, and goes on in a range', async () => {
    const wide = { nickname: { $gt: 'A', $lt: 'user 0' } }
    expect(await ids(wide)).toBe('search_too_wide')
    expect(await ids({ ...wide, id: { $gt: 9_000 } })).toEqual([11500])
    expect(await ids({ ...wide, id: { $lte: 9_000 } })).toEqual([])
  })

  it('skips and counts ten thousand or so, and refuses to skip more', async () => {
    const { body } = await list({ offset: '10000', limit: '2', return_total_count: '1' })
    expect(body.objects.map(({ id }: { id: number }) => id)).toEqual([10001, 10002])
    expect(body.meta.next).toContain('offset=10002')
    expect(body.meta.total_count).toBe(10_003)
    expect((await list({ offset: '10001' })).status).toBe(400)
  })
})
