import { openWorld } from './kit/world'
import type { Phone } from './kit/phone'

const GREY_AVATAR = /POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6ic/

/**
 * Expectations: vendor's "更新用户信息" (docs/protocol.md 1.1), WeChat's getUserProfile (docs/protocol.md 1.4);
 * docs/protocol.md 3.3, 4.9, 8.
 */
describe('the profile, by the vendor’s SDK', () => {
  const world = openWorld()

  const signedIn = async (person: string, libVersion = '3.10.0'): Promise<Phone> => {
    const phone = world.phone(person, { libVersion })
    await phone.BaaS.auth.loginWithWechat()
    return phone
  }
  const own = (phone: Phone) => phone.BaaS.auth.getCurrentUser()

  it('a signed profile with a fresh code is taken, into the user and into WeChat’s copy', async () => {
    const phone = await signedIn('profile-alice')
    const code = await phone.loginCode()
    const profile = await world.wechat.profile('profile-alice')
    const user = await phone.BaaS.auth.updateUserInfo(profile, {
      code,
      syncUserProfile: 'overwrite',
    })

    const { nickName, avatarUrl } = profile.userInfo
    expect(phone.wire.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/hserve/v2.6/idp/wechat/user/info/',
      body: {
        rawData: profile.rawData,
        signature: profile.signature,
        update_userprofile: 'overwrite',
      },
      status: 200,
    })
    expect(user.toJSON()).toMatchObject({
      nickname: nickName,
      avatar: avatarUrl,
      is_authorized: true,
      _provider: { wechat: { nickname: nickName, avatar: avatarUrl } },
    })
  })

  it('syncUserProfile setnx, the default, fills what was never set and keeps what was', async () => {
    const phone = await signedIn('profile-bob')
    await (await own(phone)).set('nickname', 'Bob himself').update()
    const code = await phone.loginCode()
    const profile = await world.wechat.profile('profile-bob')
    await phone.BaaS.auth.updateUserInfo(profile, { code })

    const user = await own(phone)
    expect(user.get('nickname')).toBe('Bob himself')
    expect(user.get('avatar')).toBe(profile.userInfo['avatarUrl'])
    expect(user._provider).toMatchObject({ wechat: { nickname: profile.userInfo['nickName'] } })
  })

  it('syncUserProfile false leaves the first level alone and updates WeChat’s copy', async () => {
    const phone = await signedIn('profile-carol')
    const code = await phone.loginCode()
    const profile = await world.wechat.profile('profile-carol')
    // The documented type is Boolean, but a boolean false becomes setnx in the SDK (docs/protocol.md 9.35): only the
    // text works.
    await phone.BaaS.auth.updateUserInfo(profile, { code, syncUserProfile: 'false' })
    const user = await own(phone)
    expect(user.get('nickname')).not.toBe(profile.userInfo['nickName'])
    expect(user._provider).toMatchObject({ wechat: { nickname: profile.userInfo['nickName'] } })
  })

  it('an anonymous WeChat answer never overwrites a real profile', async () => {
    const phone = await signedIn('profile-dave')
    await (await own(phone)).set({ nickname: 'Dave himself' }).update()
    const code = await phone.loginCode()
    const anonymous = await world.wechat.profile('profile-dave', 'anonymous')
    await phone.BaaS.auth
      .updateUserInfo(anonymous, { code, syncUserProfile: 'overwrite' })
      .catch(() => null)
    const user = await own(phone)
    expect(user.get('nickname')).toBe('Dave himself')
    expect(String(user.get('avatar'))).not.toMatch(GREY_AVATAR)
  })

  it('a profile whose text was changed on the way is refused', async () => {
    const phone = await signedIn('profile-erin')
    const code = await phone.loginCode()
    const profile = await world.wechat.profile('profile-erin')
    const forged = { ...profile, rawData: profile.rawData.replace('profile-erin', 'the-queen') }
    await expect(phone.BaaS.auth.updateUserInfo(forged, { code })).rejects.toMatchObject({
      code: 400,
    })
    expect((await own(phone)).get('nickname')).not.toBe('the-queen')
  })

  // docs/protocol.md 9.41
  it('the unsigned profile of base libraries before 2.16.0 is taken', async () => {
    const phone = await signedIn('profile-frank', '2.15.9')
    const { userInfo } = await world.wechat.profile('profile-frank')
    const user = await phone.BaaS.auth.updateUserInfo({ userInfo })
    expect(phone.wire.at(-1)).toMatchObject({
      path: '/hserve/v2.5/idp/wechat/user/info/',
      body: { nickName: userInfo['nickName'], update_userprofile: 'setnx' },
      status: 200,
    })
    expect(user.get('nickname')).toBe(userInfo['nickName'])
  })

  it('a profile without a session is 604 on the phone, 401 on the wire', async () => {
    const phone = world.phone('profile-grace')
    const code = await phone.loginCode()
    const profile = await world.wechat.profile('profile-grace')
    await expect(phone.BaaS.auth.updateUserInfo(profile, { code })).rejects.toMatchObject({
      code: 604,
    })
    expect(phone.wire.at(-1)?.status).toBe(401)
  })

  it('the nickname and the avatar are set by set().update(), as the vendor advises since 2022', async () => {
    const phone = await signedIn('profile-heidi')
    const user = await own(phone)
    const { statusCode } = await user
      .set({ nickname: '海蒂', avatar: 'https://example.com/heidi.png' })
      .update()
    expect(statusCode).toBe(200)
    expect(phone.wire.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/hserve/v2.5/user/info/',
      body: { nickname: '海蒂', avatar: 'https://example.com/heidi.png' },
    })
    expect((await own(phone)).toJSON()).toMatchObject({
      nickname: '海蒂',
      avatar: 'https://example.com/heidi.png',
    })
  })

  it('a profile keeps custom fields, and the SDK’s operators apply to them', async () => {
    const phone = await signedIn('profile-ivan')
    const record = () => new phone.BaaS.User().getCurrentUserWithoutData()
    const read = async (name: string) => (await own(phone)).get(name)

    await record()
      .set({ points: 1, tags: ['a'], box: { size: 1 } })
      .update()
    await record().incrementBy('points', 41).update()
    expect(await read('points')).toBe(42)
    await record().append('tags', ['b', 'b']).update()
    expect(await read('tags')).toEqual(['a', 'b', 'b'])
    await record().uAppend('tags', ['a', 'c']).update()
    expect(await read('tags')).toEqual(['a', 'b', 'b', 'c'])
    await record().remove('tags', ['b']).update()
    expect(await read('tags')).toEqual(['a', 'c'])
    await record().pop('tags').update()
    expect(await read('tags')).toEqual(['a'])
    await record().shift('tags').update()
    expect(await read('tags')).toEqual([])
    await record().patchObject('box', { colour: 'red' }).update()
    expect(await read('box')).toEqual({ size: 1, colour: 'red' })
  })

  it('a phone never writes built-in fields of the account by the profile path', async () => {
    const phone = await signedIn('profile-judy')
    const before = (await own(phone)).toJSON()
    await (
      await own(phone)
    )
      .set({ id: 1, openid: 'o-other', _phone: '13800000000', _email_verified: true })
      .update()
      .catch(() => null)
    const after = (await own(phone)).toJSON()
    for (const name of ['id', 'openid', '_phone', '_email_verified']) {
      expect(after[name]).toEqual(before[name])
    }
  })
})
