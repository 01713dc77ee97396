import { openWorld } from './kit/world'
import type { Phone } from './kit/phone'

/** Expectations: vendor's "用户" (user.md); docs/protocol.md 4.8, 7. */
describe('finding users, by the vendor’s SDK', () => {
  const world = openWorld()

  const named = async (person: string, nickname: string): Promise<Phone> => {
    const phone = world.phone(person)
    const user = await phone.BaaS.auth.loginWithWechat()
    await user.set({ nickname }).update()
    return phone
  }

  it('a user is found by nickname, with id, nickname and avatar only, and counted when asked', async () => {
    await named('users-alice', 'Zebra of Alice')
    await named('users-bob', 'Zebra of Bob')
    // Of oneself a page shows everything: the third person is not among the found.
    const { BaaS } = await named('users-ivan', 'Vole')
    const query = new BaaS.Query().contains('nickname', 'Zebra of')
    const { data } = await new BaaS.User().setQuery(query).find({ withCount: true })

    expect(data.meta).toMatchObject({ limit: 20, offset: 0, total_count: 2, previous: null })
    expect(data.objects.map(({ nickname }) => nickname).sort()).toEqual([
      'Zebra of Alice',
      'Zebra of Bob',
    ])
    for (const found of data.objects) {
      expect(Object.keys(found).sort()).toEqual(['avatar', 'id', 'nickname'])
    }
  })

  it('the first page of a list of users leads to the next one', async () => {
    await named('users-carol', 'Yak one')
    await named('users-dave', 'Yak two')
    const { BaaS } = await named('users-erin', 'Yak three')
    const page = (offset: number) =>
      new BaaS.User()
        .setQuery(new BaaS.Query().contains('nickname', 'Yak'))
        .limit(2)
        .offset(offset)
        .orderBy('created_at')
        .find()
    const [first, second] = [await page(0), await page(2)]
    expect(first.data.objects.map(({ nickname }) => nickname)).toEqual(['Yak one', 'Yak two'])
    expect(first.data.meta.next).toEqual(expect.any(String))
    expect(second.data.objects.map(({ nickname }) => nickname)).toEqual(['Yak three'])
    expect(second.data.meta.next).toBeNull()
  })

  it('a user is found by id', async () => {
    const { BaaS } = await named('users-frank', 'Xerus')
    const { id } = await BaaS.auth.getCurrentUser()
    const query = new BaaS.Query().compare('id', '=', id)
    const { data } = await new BaaS.User().setQuery(query).find()
    expect(data.objects).toEqual([expect.objectContaining({ id })])
  })

  it('a search by what is not public is refused', async () => {
    const { BaaS } = await named('users-grace', 'Wolf')
    const query = new BaaS.Query().compare('_phone', '=', '13800000000')
    await expect(new BaaS.User().setQuery(query).find()).rejects.toMatchObject({ code: 400 })
  })

  it('finding users is refused for a guest', async () => {
    await expect(new (world.phone('users-heidi').BaaS.User)().find()).rejects.toMatchObject({
      code: 401,
    })
  })
})
