import { sql } from 'drizzle-orm'
import { serverForFile } from '../../kit/server-for-file'
import { phoneInHand } from '../../kit/phone-in-hand'

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
  it('a search among many users finds any part of a nickname by its characters, wherever the user is in the order', async () => {
    for (const part of ['小明', 'Ming', '50%']) {
      expect(await ids({ nickname: { $contains: part } })).toEqual([11500])
    }
    expect(await ids({ nickname: { $icontains: 'mING' } })).toEqual([11500])
    expect(await ids({ nickname: { $contains: 'ming' } })).toEqual([])
    expect(await ids({ nickname: { $contains: '明小' } })).toEqual([])
  })

  it('a search among many users finds exact nicknames and ids', async () => {
    expect(await ids({ nickname: 'user 11999' })).toEqual([11999])
    expect(await ids({ nickname: { $in: ['user 2', 'user 11999'] } })).toEqual([2, 11999])
    const newest = { order_by: '-created_at', limit: '1' }
    expect(await ids({ id: { $gt: 11_000, $lte: USERS } }, newest)).toEqual([USERS])
    expect(await ids({ $or: [{ id: 3 }, { id: 5 }] }, { limit: '1' })).toEqual([3])
  })

  it('a search among many users compares in every way that the SDK has', async () => {
    expect(await ids({ id: { $gte: 3, $lt: 5 } })).toEqual([3, 4])
    expect(await ids({ id: { $gt: 3, $lte: 5 } })).toEqual([4, 5])
    expect(await ids({ id: { $lte: 4, $ne: 2 } })).toEqual([1, 3, 4])
    expect(await ids({ id: { $lte: 4, $nin: [1, 4] } })).toEqual([2, 3])
    expect(
      await ids({ id: { $gt: 11_990 }, nickname: { $gte: 'user 11998', $lt: 'user 12' } }),
    ).toEqual([11998, 11999])
  })

  it('a search among many users looks for parts of nicknames only, and refuses other operators', async () => {
    for (const operator of ['$contains', '$icontains', '$regex']) {
      expect(await ids({ id: { [operator]: '1' } })).toBe('query_invalid')
    }
    expect(await ids({ nickname: { $regex: '1' } })).toBe('query_invalid')
  })

  it('a search among many users takes a list of a hundred values or conditions, and refuses a longer one', async () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1)
    const alternatives = hundred.map((id) => ({ id }))
    expect(await ids({ id: { $in: hundred } }, { limit: '1' })).toEqual([1])
    expect(await ids({ id: { $in: [...hundred, 101] } })).toBe('query_invalid')
    expect(await ids({ $or: alternatives }, { limit: '1' })).toEqual([1])
    expect(await ids({ $or: [...alternatives, { id: 101 }] })).toBe('query_invalid')
  })

  it('a search among many users refuses an empty list of alternatives, and takes one that asks nothing for all users', async () => {
    expect(await ids({ $or: [] })).toBe('query_invalid')
    expect(await ids({ $or: [{ id: 3 }, {}] }, { limit: '2' })).toEqual([1, 2])
    expect(await ids({ $or: [{ id: 3 }, { $and: [] }] }, { limit: '2' })).toEqual([1, 2])
  })

  it('a search among many users reads question marks in its query that are not percent-encoded', async () => {
    const path = '/hserve/v2.2/user/info/?where={"nickname":{"$ne":"why??"}}&limit=2'
    const { status, body } = await server.call('GET', path, { token })
    expect([status, body.objects?.length]).toEqual([200, 2])
  })

  it('a search among many users says that it is too wide where it would have to look at more rows, and goes on in a range', async () => {
    const wide = { nickname: { $gt: 'A', $lt: 'user 0' } }
    expect(await ids(wide)).toBe('search_too_wide')
    expect(await ids({ ...wide, id: { $gt: 9_000 } })).toEqual([11500])
    expect(await ids({ ...wide, id: { $lte: 9_000 } })).toEqual([])
  })

  it('a search among many users skips and counts ten thousand or so, and refuses to skip more', async () => {
    const { body } = await list({ offset: '10000', limit: '2', return_total_count: '1' })
    expect(body.objects.map(({ id }: { id: number }) => id)).toEqual([10001, 10002])
    expect(body.meta.next).toContain('offset=10002')
    expect(body.meta.total_count).toBe(10_003)
    expect((await list({ offset: '10001' })).status).toBe(400)
  })
})
