import { serverForFile } from '../../kit/server-for-file'

const SIGNED = '/hserve/v2.6/idp/wechat/user/info/'
const UNSIGNED = '/hserve/v2.5/idp/wechat/user/info/'
const GREY =
  'https://thirdwx.qlogo.cn/mmopen/vi_32/POgEwh4mIHO4nibH0KlMECNjjGxQUq24ZEaGT4poC6icRiccVGKSyXwibcPq4BWmiaIGuG1icwxaQX6grC9VemZoJ8rg/132'

const { server, hand } = serverForFile()

const put = (token: string, body: object, path = SIGNED) =>
  server.call('PUT', path, { body, token })

describe('a WeChat profile', () => {
  it('a WeChat profile fills what was never set, and a copy of everything is kept', async () => {
    const { token } = await hand.signIn('alice')
    const answer = await put(token, { ...hand.profile('alice'), update_userprofile: 'setnx' })

    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ nickname: 'alice', is_authorized: true })
    expect(answer.body._provider.wechat).toMatchObject({
      nickname: 'alice',
      avatar: answer.body.avatar,
    })
  })

  it.each([
    ['overwrite', 'ben'],
    ['setnx', 'Benny'],
    ['false', 'Benny'],
  ])('a WeChat profile under %s leaves the nickname %s', async (sync, nickname) => {
    const { token } = await hand.signIn('ben')
    await put(
      token,
      { nickName: 'Benny', avatarUrl: 'https://a/b.png', update_userprofile: 'overwrite' },
      UNSIGNED,
    )
    const answer = await put(token, { ...hand.profile('ben'), update_userprofile: sync })

    expect(answer.body.nickname).toBe(nickname)
    expect(answer.body._provider.wechat.nickname).toBe('ben')
  })

  it('an anonymous answer of WeChat never replaces a real profile, even under overwrite', async () => {
    const { token } = await hand.signIn('carol')
    await put(token, { ...hand.profile('carol'), update_userprofile: 'overwrite' })
    const before = (await put(token, { ...hand.profile('carol'), update_userprofile: 'false' }))
      .body

    await put(token, { ...hand.profile('carol', 'anonymous'), update_userprofile: 'overwrite' })
    await put(
      token,
      { nickName: '微信用户', avatarUrl: GREY, update_userprofile: 'overwrite' },
      UNSIGNED,
    )
    const after = await put(
      token,
      { nickName: 'x', avatarUrl: GREY.slice(0, 90), update_userprofile: 'overwrite' },
      UNSIGNED,
    )

    expect(after.body).toEqual({ ...before, updated_at: after.body.updated_at })
  })

  it('a WeChat profile is opened with the session_key of a code that comes along, and only of the same person', async () => {
    const { token } = await hand.signIn('dave')
    const own = await put(token, { ...hand.profile('dave'), code: hand.code('dave') })
    const foreign = await put(token, { ...hand.profile('dave'), code: hand.code('eve') })
    expect(own.status).toBe(200)
    expect(foreign.status).toBe(400)
  })

  it('a WeChat profile is refused with a changed text, a changed signature or data of another session', async () => {
    const { token } = await hand.signIn('finn')
    await hand.signIn('grace')
    const profile = hand.profile('finn')
    const changed = [
      { ...profile, rawData: profile.rawData.replace('finn', 'fynn') },
      { ...profile, signature: profile.signature.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
      { ...profile, encryptedData: hand.profile('grace').encryptedData },
      hand.profile('grace'),
    ]
    for (const each of changed) {
      const { status, body } = await put(token, each)
      expect([status, body.error_msg]).toEqual([400, expect.stringMatching(/^decrypt_failed: /)])
    }
  })

  it('a WeChat profile is taken from the encrypted data of a button that returned no raw text', async () => {
    const { token } = await hand.signIn('iris')
    const { encryptedData, iv, signature } = hand.profile('iris')
    const answer = await put(token, { encryptedData, iv, signature })
    expect(answer.body).toMatchObject({ nickname: 'iris', is_authorized: true })
    const { status, body } = await put(token, { signature })
    expect([status, body.error_msg]).toEqual([400, expect.stringContaining('rawData is missing')])
  })

  it('a WeChat profile of an older phone fills gender, language and places, in the account and its copy', async () => {
    const { token } = await hand.signIn('jack')
    const places = { city: 'Guangzhou', province: 'Guangdong', country: 'China' }
    const fields = { gender: 1, language: 'zh_CN', ...places }
    const avatar = 'https://a/b.png'
    const info = { nickName: 'Jack', avatarUrl: avatar, ...fields }
    const { body } = await put(token, { ...info, update_userprofile: 'overwrite' }, UNSIGNED)
    expect(body).toMatchObject({ nickname: 'Jack', avatar, ...fields })
    expect(body._provider.wechat).toMatchObject({ nickname: 'Jack', avatar, ...fields })

    const later = { nickName: 'Jack', avatarUrl: avatar, gender: null }
    const cleared = await put(token, { ...later, update_userprofile: 'overwrite' }, UNSIGNED)
    expect(cleared.body).toMatchObject(fields)
    expect(cleared.body._provider.wechat).toMatchObject({ gender: 0, city: '', country: '' })
  })

  it('a WeChat profile needs a session and a linked WeChat user', async () => {
    expect((await put('nobody', hand.profile('alice'))).status).toBe(401)
    const { token } = await hand.register('henry')
    expect((await put(token, hand.profile('henry'))).status).toBe(400)
  })
})
