import type { SQL } from 'drizzle-orm'
import { findUsers } from '../../../src/accounts/users/find-users'
import { readUserCondition } from '../../../src/accounts/users/user-condition'
import type { Context } from '../../../src/context'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

const times = (count: number, condition: object) => Array.from({ length: count }, () => condition)
const PART = { nickname: { $icontains: '0' } }
const RANGE = { nickname: { $gt: 'a' } }
const ID = { id: 1 }
const LIST = { id: { $in: Array(100).fill(1) } }

const isRead = (condition: object): boolean => {
  try {
    readUserCondition(JSON.stringify(condition), 'by-id')
    return true
  } catch {
    return false
  }
}

describe('the largest condition of a search', () => {
  it.each([
    ['four parts of nicknames', { $or: times(4, PART) }, { $or: times(5, PART) }],
    ['twenty comparisons of nicknames', { $and: times(20, RANGE) }, { $and: times(21, RANGE) }],
    ['a hundred comparisons', { $or: times(100, ID) }, { ...ID, $or: times(100, ID) }],
    ['two hundred listed values', { $or: times(2, LIST) }, { $and: [ID, ...times(3, LIST)] }],
    [
      'four parts, however they are nested',
      { $and: [{ $or: times(2, PART) }, { $or: times(2, PART) }] },
      { ...PART, $and: [{ $or: times(2, PART) }, { $or: [{ $and: times(2, PART) }] }] },
    ],
    [
      'four parts, of one nickname too',
      { $or: [{ nickname: { $contains: 'a', $icontains: 'b' } }, ...times(2, PART)] },
      { $or: [{ nickname: { $contains: 'a', $icontains: 'b' } }, ...times(3, PART)] },
    ],
  ])('the largest condition of a search has %s', (_what, largest, beyond) => {
    expect(isRead(largest)).toBe(true)
    expect(isRead(beyond)).toBe(false)
  })

  it('the largest condition of a search is in the answer to one that is larger', async () => {
    const { token } = await hand.signIn('alice')
    const where = encodeURIComponent(JSON.stringify({ $or: times(90, PART) }))
    const { status, body } = await server.call('GET', `/hserve/v2.2/user/info/?where=${where}`, {
      token,
    })
    expect([status, body.error_code]).toEqual([400, 'query_invalid'])
    expect(body.error_msg).toMatch(/at most 100, 20 of them of nicknames, 4 of these \$contains/)
  })
})

describe('a search that looks at users one by one', () => {
  it.each([
    ['a part of a nickname, with an index or without', { id: 7, ...PART }, true],
    ['alternatives', { $or: [ID, RANGE] }, true],
    ['a range of nicknames', RANGE, true],
    ['a range of ids in their order', { id: { $gt: 7 } }, false],
    ['exact nicknames', { nickname: { $in: ['a', 'b'] } }, false],
    ['nothing', {}, false],
  ])('a search that looks at users one by one or not: %s', (_what, condition, isWide) => {
    expect(readUserCondition(JSON.stringify(condition), 'by-id').isWide).toBe(isWide)
  })

  it('a search that looks at users one by one reads alone among its like, as do all others, and the rest wait outside of the database', async () => {
    let [running, most, all] = [0, 0, 0]
    const execute = async (query: SQL) => {
      running += 1
      all += 1
      most = Math.max(most, running)
      return server.context.db.execute(query).finally(() => (running -= 1))
    }
    const db = Object.assign(Object.create(server.context.db), { execute })
    const context: Context = { ...server.context, db }
    const query = { limit: 5, offset: 0, orderBy: 'id', withCount: true }
    const find = (condition: object, i: number) =>
      findUsers(context, i, { ...query, where: JSON.stringify(condition) })
    await Promise.all(times(8, PART).map(find))
    expect([all, most]).toEqual([24, 1])
    await Promise.all(times(8, {}).map(find))
    expect([all, most]).toEqual([40, 1])
  })
})
