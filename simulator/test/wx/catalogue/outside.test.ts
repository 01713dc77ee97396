import { createPhone } from '../phone'

it('wx.makePhoneCall asks with the number, calls when the sheet is tapped, and fails when it is left', async () => {
  const { call, person } = createPhone()
  expect(await call('makePhoneCall', { phoneNumber: '10086' })).toEqual({
    errMsg: 'makePhoneCall:ok',
  })
  expect(person.asked).toEqual([
    {
      kind: 'actionSheet',
      shows: { itemList: ['呼叫 10086'], itemColor: '#000000', alertText: '' },
    },
  ])
  person.replies.actionSheet = { kind: 'cancel' }
  expect(await call('makePhoneCall', { phoneNumber: '10086' })).toEqual({
    errMsg: 'makePhoneCall:fail cancel',
  })
})

it('wx.makePhoneCall asks nothing without a number', async () => {
  const { call, person } = createPhone()
  expect(await call('makePhoneCall', { phoneNumber: 10086 })).toEqual({
    errMsg:
      'makePhoneCall:fail parameter error: parameter.phoneNumber should be String instead of Number;',
  })
  expect(person.asked).toEqual([])
})

it('wx.openLocation shows the map until the person goes back, and takes numbers alone', async () => {
  const { call, person } = createPhone()
  expect(await call('openLocation', { latitude: 23.1, longitude: 113.3 })).toEqual({
    errMsg: 'openLocation:ok',
  })
  expect(person.asked).toEqual([{ kind: 'ownPage', shows: { page: 'map' } }])
  expect(await call('openLocation', { latitude: '23.1', longitude: 113.3 })).toEqual({
    errMsg:
      'openLocation:fail parameter error: parameter.latitude should be Number instead of String;',
  })
})

it('wx returns the battery of a phone on its charger, at once and later', async () => {
  const { call, wx } = createPhone()
  const battery = { level: 100, isCharging: true, isLowPowerModeEnabled: false }
  expect(wx['getBatteryInfoSync']?.()).toEqual(battery)
  expect(await call('getBatteryInfo')).toEqual({ ...battery, errMsg: 'getBatteryInfo:ok' })
})
