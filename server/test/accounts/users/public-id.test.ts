import { sql } from 'drizzle-orm'
import { find } from '../../../src/operator/find'
import { serverForFile } from '../../kit/server-for-file'

const { server, hand } = serverForFile()

describe('the public number of an account', () => {
  it('the public number of an account is twelve digits that stay, whichever way the account was made', async () => {
    const anonymous = await server.call('POST', '/hserve/v2.0/login/anonymous/', { body: {} })
    const made = [await hand.signIn('ann'), await hand.register('ben')]
    const numbers = [...made.map(({ user }) => user.public_id), anonymous.body.public_id]
    for (const number of numbers) expect(number).toMatch(/^[1-9]\d{11}$/)
    expect(new Set(numbers).size).toBe(3)
    expect((await hand.signIn('ann')).user.public_id).toBe(numbers[0])
  })

  it('the public number of an account says nothing about who came first', async () => {
    const numbers: number[] = []
    for (let i = 0; i < 12; i += 1) {
      numbers.push(Number((await hand.signIn(`in-line-${i}`)).user.public_id))
    }
    const rises = numbers.filter((number, i) => number > (numbers[i - 1] ?? Infinity)).length
    expect(rises).toBeGreaterThan(0)
    expect(rises).toBeLessThan(11)
  })

  it('the public number of an account cannot be set, and is not shown to others', async () => {
    const { token, user } = await hand.signIn('cat')
    const set = await server.call('PUT', '/hserve/v2.5/user/info/', {
      body: { public_id: '100000000000' },
      token,
    })
    expect([set.status, set.body.error_code]).toEqual([400, 'field_invalid'])
    const { token: other } = await hand.signIn('dan')
    expect(await hand.read(user.id, other)).toEqual({ id: user.id, nickname: '', avatar: '' })
  })

  it('the public number of an account leads an operator to the account', async () => {
    const { user } = await hand.signIn('eli')
    const found = await find(
      { context: server.context, name: 'olga', ask: async () => '' },
      user.public_id,
    )
    expect(found).toMatchObject([{ id: user.id, matched_by: 'number' }])
  })

  it('the public number of an account is another for each of many accounts that one statement makes', async () => {
    const { rows } = await server.context.db.execute(sql`
      with made as (insert into users (created_at, updated_at) select now(), now() from generate_series(1, 2000)
        returning public_id)
      select count(distinct public_id)::int as n from made`)
    expect(rows).toEqual([{ n: 2000 }])
  })
})
