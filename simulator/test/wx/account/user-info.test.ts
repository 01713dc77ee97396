import { createPerson } from '../../../wx/phone/person'
import { countingServers, onePage, run, logOf, errorsOf } from '../../host/bundle'

const PAGE = `Page({
  told({ detail }) { console.log(detail.errMsg, detail.userInfo ? detail.userInfo.nickName : '') },
  ask() { wx.getUserInfo({ withCredentials: true, success: (r) => console.log('ok', r.userInfo.nickName), fail: (r) => console.log(r.errMsg) }) },
})`
const TEMPLATE = `<button id="button" open-type="getUserInfo" bindgetuserinfo="told" /><view id="api" bindtap="ask" />`

const on = (libVersion: string, platform: 'ios' | 'devtools' = 'ios') => ({
  device: { libVersion, platform },
})

describe('getUserInfo', () => {
  it('wx.getUserInfo needs the consent of the person where its answer is real, and has it from its button', async () => {
    const app = await run(onePage(PAGE, TEMPLATE), on('2.10.3'))
    await app.tap('api')
    await app.tap('button')
    await app.tap('api')
    expect(logOf(app)).toEqual([
      'getUserInfo:fail scope unauthorized',
      'getUserInfo:ok alice',
      'ok alice',
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it.each([
    ['', true],
    ['withCredentials: true,', true],
    ['withCredentials: false,', false],
  ])(
    'wx.getUserInfo seals its answer unless withCredentials is false: {%s}',
    async (option, isSealed) => {
      const page = `Page({ ask() { wx.getUserInfo({ ${option} success: (r) => console.log('encryptedData' in r) }) } })`
      const servers = countingServers()
      const profile: typeof servers.profile = async (ask) => ({
        ...(await servers.profile(ask)),
        encryptedData: 'sealed',
        iv: 'iv',
      })
      const app = await run(onePage(page, TEMPLATE), {
        ...on('3.11.3'),
        simulator: { ...servers, profile },
      })
      await app.tap('api')
      expect(app.console.map(({ values }) => values)).toEqual([[isSealed]])
      app.close()
    },
  )

  it('wx.getUserInfo has a scope, of which getSetting says what the person answered its button', async () => {
    const page = `Page({ ask() { wx.getSetting({ success: (r) => console.log(JSON.stringify(r.authSetting)) }) } })`
    const person = createPerson('alice', { getUserProfile: 'refuse' })
    const app = await run(onePage(page, TEMPLATE), { ...on('2.10.3'), person })
    await app.tap('api')
    await app.tap('button')
    await app.tap('api')
    person.replies.getUserProfile = 'allow'
    await app.tap('button')
    await app.tap('api')
    expect(logOf(app)).toEqual(['{}', '{"scope.userInfo":false}', '{"scope.userInfo":true}'])
    app.close()
  })

  it('the getUserInfo button reports the refusal in its event', async () => {
    const person = createPerson('alice', { getUserProfile: 'refuse' })
    const app = await run(onePage(PAGE, TEMPLATE), { ...on('2.10.3'), person })
    await app.tap('button')
    expect(logOf(app)).toEqual(['getUserInfo:fail auth deny '])
    app.close()
  })

  it('wx.getUserInfo asks no one and is the same for everyone since 2021', async () => {
    const person = createPerson('alice', { getUserProfile: 'refuse' })
    const app = await run(onePage(PAGE, TEMPLATE), { ...on('3.11.3'), person })
    await app.tap('button')
    await app.tap('api')
    expect(person.asked.filter(({ kind }) => kind === 'getUserProfile')).toEqual([])
    expect(logOf(app)).toHaveLength(2)
    app.close()
  })

  it('wx.getUserInfo returns the real profile in DevTools up to 2.16.1', async () => {
    const person = createPerson('alice')
    const app = await run(onePage(PAGE, TEMPLATE), { ...on('2.16.1', 'devtools'), person })
    await app.tap('button')
    expect(person.asked.map(({ kind }) => kind)).toContain('getUserProfile')
    app.close()
  })
})
