import { createPerson } from '../../../wx/phone/person'
import { logOf, onePage, run } from '../../host/bundle'
import { createPhone } from '../phone'

const device = { location: { latitude: 23.10229, longitude: 113.3345211 } }
const DENIED = 'fail auth deny'

describe('the location', () => {
  it('the location is that of the phone, once the person has allowed it', async () => {
    const { call, person } = createPhone({ device })
    expect(await call('getLocation', { type: 'gcj02' })).toEqual({
      ...device.location,
      speed: -1,
      accuracy: 65,
      altitude: 0,
      verticalAccuracy: 65,
      horizontalAccuracy: 65,
      errMsg: 'getLocation:ok',
    })
    expect(person.asked.map(({ kind }) => kind)).toEqual(['privacy', 'authorize'])
  })

  it('the location is fuzzy for getFuzzyLocation, which has a scope of its own', async () => {
    const { call } = createPhone({ device })
    expect(await call('getFuzzyLocation')).toEqual({
      latitude: 23.1,
      longitude: 113.33,
      errMsg: 'getFuzzyLocation:ok',
    })
    expect(await call('getSetting')).toMatchObject({
      authSetting: { 'scope.userFuzzyLocation': true },
    })
  })

  it.each(['getLocation', 'getFuzzyLocation'])(
    'the location is kept from an app whose person refused: %s',
    async (name) => {
      const { call } = createPhone({ replies: { authorize: 'refuse' } })
      expect(await call(name)).toEqual({ errMsg: `${name}:${DENIED}` })
      const disagreeing = createPhone({ replies: { privacy: 'disagree' } })
      expect(await disagreeing.call(name)).toMatchObject({ errno: 104 })
    },
  )

  it('the location is for those APIs alone that app.json declares, and asked for with what it says', async () => {
    const script = `Page({ onLoad() {
      for (const name of ['getLocation', 'getFuzzyLocation']) wx[name]({ complete: (r) => console.log(r.errMsg) })
    } })`
    const person = createPerson('alice')
    const config = JSON.stringify({
      pages: ['pages/a'],
      requiredPrivateInfos: ['getLocation'],
      permission: { 'scope.userLocation': { desc: '用于查找附近的门店' } },
    })
    const app = await run(onePage(script, '<view/>', { 'app.json': config }), { person })
    expect(logOf(app)).toEqual([
      'getFuzzyLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      'getLocation:ok',
    ])
    expect(person.asked.at(-1)).toEqual({
      kind: 'authorize',
      shows: { scope: 'scope.userLocation', desc: '用于查找附近的门店' },
    })
    app.close()
  })
})

describe('a place or an address', () => {
  it('a place is chosen on the map, which opens where the app says, or where the phone is', async () => {
    const { call, person } = createPhone({ device })
    expect(await call('chooseLocation')).toEqual({
      ...device.location,
      ...{ name: '', address: '', errMsg: 'chooseLocation:ok' },
    })
    const place = { name: '广州塔', latitude: 23.1 }
    person.replies.chooseLocation = { kind: 'choose', place }
    expect(await call('chooseLocation', { latitude: 1, longitude: 2 })).toEqual({
      ...place,
      ...{ longitude: 2, address: '', errMsg: 'chooseLocation:ok' },
    })
    expect(person.asked.at(-1)).toEqual({
      kind: 'chooseLocation',
      shows: { latitude: 1, longitude: 2 },
    })
  })

  it('an address is the same for every person, as far as they choose no other', async () => {
    const { call } = createPhone({
      replies: { chooseAddress: { kind: 'choose', address: { userName: '李四' } } },
    })
    expect(await call('chooseAddress')).toMatchObject({
      ...{ userName: '李四', cityName: '广州市', errMsg: 'chooseAddress:ok' },
    })
  })

  it.each(['chooseLocation', 'chooseAddress'] as const)(
    'a place or an address has to be declared, consented to and chosen: %s',
    async (name) => {
      const undeclared = createPhone({ host: { declares: () => false } })
      expect(await undeclared.call(name)).toEqual({
        errMsg: `${name}:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json`,
      })
      const disagreeing = createPhone({ replies: { privacy: 'disagree' } })
      expect(await disagreeing.call(name)).toMatchObject({ errno: 104 })
      const leaving = createPhone({ replies: { [name]: { kind: 'cancel' } } })
      expect(await leaving.call(name)).toEqual({ errMsg: `${name}:fail cancel` })
    },
  )
})
