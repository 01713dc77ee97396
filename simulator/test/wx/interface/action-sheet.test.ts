import { createPhone } from '../phone'

describe('wx.showActionSheet', () => {
  it('wx.showActionSheet returns the index that was tapped and fails on cancel', async () => {
    const { call, person } = createPhone({ replies: { actionSheet: { kind: 'tap', index: 1 } } })
    expect(await call('showActionSheet', { itemList: ['a', 'b'] })).toMatchObject({ tapIndex: 1 })
    person.replies.actionSheet = { kind: 'cancel' }
    expect(await call('showActionSheet', { itemList: ['a'] })).toEqual({
      errMsg: 'showActionSheet:fail cancel',
    })
  })

  it.each([[[]], [undefined], ['a']])(
    'wx.showActionSheet shows no sheet without items: %j',
    async (itemList) => {
      const { call, person } = createPhone()
      expect(await call('showActionSheet', { itemList })).toMatchObject({
        errMsg: expect.stringContaining('showActionSheet:fail parameter error'),
      })
      expect(person.asked).toEqual([])
    },
  )

  it('wx.showActionSheet takes at most six items', async () => {
    const itemList = ['1', '2', '3', '4', '5', '6', '7']
    expect(await createPhone().call('showActionSheet', { itemList })).toMatchObject({
      errMsg: expect.stringContaining('should not be large than 6'),
    })
  })

  it.each([
    ['2.14.0', '会清空记录'],
    ['2.13.3', ''],
  ])(
    'wx.showActionSheet with base library %s shows the warning %j',
    async (libVersion, alertText) => {
      const { call, person } = createPhone({ device: { libVersion } })
      const option = { itemList: ['删除'], itemColor: '#fa5151', alertText: '会清空记录' }
      await call('showActionSheet', option)
      expect(person.asked).toEqual([{ kind: 'actionSheet', shows: { ...option, alertText } }])
    },
  )
})
