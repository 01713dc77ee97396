import { createPhoneMemory } from '../../../wx/phone/memory'
import { openFiles } from '../files/file-manager'
import { createPhone, type PhoneOptions } from '../phone'

const LOCATION = 'scope.userLocation'
const DENIED = { errMsg: 'authorize:fail auth deny' }

const granted = async ({ call }: ReturnType<typeof createPhone>) =>
  (await call('getSetting'))['authSetting']

/** A phone whose app opens the page of settings in a tap. */
const withTap = (options?: PhoneOptions) => {
  const phone = createPhone(options)
  const openSetting = (option: object = {}) =>
    phone.gesture.during(() => phone.call('openSetting', option))
  return { ...phone, openSetting }
}

describe('an authorisation', () => {
  it('an authorisation is asked for once, with what app.json says it is for, and is kept for the next launch', async () => {
    const memory = createPhoneMemory()
    const purposeOf = (scope: string) => `why ${scope}`
    const first = createPhone({ memory, host: { purposeOf } })
    expect(await granted(first)).toEqual({})
    expect(await first.call('authorize', { scope: LOCATION })).toEqual({ errMsg: 'authorize:ok' })
    expect(first.person.asked).toEqual([
      { kind: 'authorize', shows: { scope: LOCATION, desc: `why ${LOCATION}` } },
    ])
    const second = createPhone({ memory, replies: { authorize: 'refuse' } })
    expect(await second.call('authorize', { scope: LOCATION })).toEqual({ errMsg: 'authorize:ok' })
    expect(second.person.asked).toEqual([])
    expect(await granted(second)).toEqual({ [LOCATION]: true })
  })

  it('an authorisation that was refused fails from then on without a question', async () => {
    const phone = createPhone({ replies: { authorize: 'refuse' } })
    expect(await phone.call('authorize', { scope: LOCATION })).toEqual(DENIED)
    expect(await phone.call('authorize', { scope: LOCATION })).toEqual(DENIED)
    expect(phone.person.asked).toHaveLength(1)
    expect(await granted(phone)).toEqual({ [LOCATION]: false })
  })

  it('an authorisation that two calls need at once is one question', async () => {
    const { call, person } = createPhone()
    await Promise.all([
      call('authorize', { scope: 'scope.record' }),
      call('authorize', { scope: 'scope.record' }),
    ])
    expect(person.asked).toHaveLength(1)
  })

  it.each(['scope.address', 'scope.invoice', 'scope.invoiceTitle'])(
    'an authorisation that WeChat has given up is granted without a question: %s',
    async (scope) => {
      const phone = createPhone({ replies: { authorize: 'refuse' } })
      expect(await phone.call('authorize', { scope })).toEqual({ errMsg: 'authorize:ok' })
      expect(phone.person.asked).toEqual([])
      expect(await granted(phone)).toEqual({ [scope]: true })
    },
  )

  it.each(['scope.userLocationBackground', 'scope.userInfo'])(
    'an authorisation that no popup asks for fails: %s',
    async (scope) => {
      const { call, person } = createPhone()
      expect(await call('authorize', { scope })).toEqual(DENIED)
      expect(person.asked).toEqual([])
    },
  )

  it.each([
    ['scope.everything', 'invalid scope'],
    [undefined, 'parameter error: parameter.scope should be String instead of Undefined;'],
  ])('an authorisation for no scope of WeChat’s fails: %s', async (scope, words) => {
    expect(await createPhone().call('authorize', { scope })).toEqual({
      errMsg: `authorize:fail ${words}`,
    })
  })

  it('an authorisation is needed to put a picture into the album', async () => {
    const phone = openFiles(undefined, { replies: { authorize: 'refuse' } })
    phone.sync('writeFileSync', `${phone.root}/a.png`, 'x')
    expect(await phone.call('saveImageToPhotosAlbum', { filePath: `${phone.root}/a.png` })).toEqual(
      { errMsg: 'saveImageToPhotosAlbum:fail auth deny' },
    )
    expect(await granted(phone)).toEqual({ 'scope.writePhotosAlbum': false })
  })
})

describe('the page of settings', () => {
  it('the page of settings shows what was asked for, and what is changed there counts', async () => {
    const phone = withTap({ replies: { authorize: 'refuse' } })
    await phone.call('authorize', { scope: LOCATION })
    phone.person.replies.ownPage = { authSetting: { [LOCATION]: true, 'scope.camera': true } }
    expect(await phone.openSetting()).toEqual({
      authSetting: { [LOCATION]: true },
      errMsg: 'openSetting:ok',
    })
    expect(phone.person.asked.at(-1)).toEqual({
      kind: 'ownPage',
      shows: { page: 'openSetting', authSetting: { [LOCATION]: false } },
    })
    expect(await phone.call('authorize', { scope: LOCATION })).toEqual({ errMsg: 'authorize:ok' })
  })

  it('the page of settings is opened by its button as well, whose event says how things stand', async () => {
    const phone = createPhone()
    await phone.call('authorize', { scope: LOCATION })
    phone.person.replies.ownPage = { authSetting: { [LOCATION]: false } }
    expect(await phone.press('openSetting')).toEqual([
      { name: 'opensetting', authSetting: { [LOCATION]: false }, errMsg: 'openSetting:ok' },
    ])
  })

  it('the page of settings opens in a tap only, since base library 2.3.0', async () => {
    expect(await createPhone().call('openSetting')).toEqual({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    })
    const old = createPhone({ device: { libVersion: '2.2.5' } })
    expect(await old.call('openSetting')).toMatchObject({ errMsg: 'openSetting:ok' })
  })

  it('the page of settings and getSetting say how messages stand, if asked', async () => {
    const { call, openSetting } = withTap()
    const stand = { subscriptionsSetting: { mainSwitch: true } }
    expect(await call('getSetting', { withSubscriptions: true })).toMatchObject(stand)
    expect(await openSetting({ withSubscriptions: true })).toMatchObject(stand)
    expect(await call('getSetting')).not.toHaveProperty('subscriptionsSetting')
  })
})
