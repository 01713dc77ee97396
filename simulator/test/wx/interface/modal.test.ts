import { createPhone } from '../phone'

describe('wx.showModal', () => {
  it.each([
    [{ kind: 'confirm' }, { confirm: true, cancel: false }],
    [{ kind: 'cancel' }, { confirm: false, cancel: true }],
  ] as const)('wx.showModal reports %j as %j', async (modal, result) => {
    const { call } = createPhone({ replies: { modal } })
    expect(await call('showModal', { title: 't', content: 'c' })).toEqual({
      ...result,
      errMsg: 'showModal:ok',
    })
  })

  it('wx.showModal shows two buttons in the language of the phone when nothing else is set', async () => {
    const { call, person } = createPhone({ device: { language: 'en' } })
    await call('showModal', { title: 't', content: 'c' })
    expect(person.asked).toEqual([
      {
        kind: 'modal',
        shows: {
          title: 't',
          content: 'c',
          editable: false,
          placeholder: '',
          confirm: { text: 'OK', color: '#576B95' },
          cancel: { text: 'Cancel', color: '#000000' },
        },
      },
    ])
  })

  it('wx.showModal shows the buttons, colours and hint of its options', async () => {
    const { call, person } = createPhone()
    await call('showModal', {
      editable: true,
      placeholderText: '手机号',
      confirmText: '提交',
      confirmColor: '#ff0000',
      showCancel: false,
    })
    expect(person.asked[0]?.shows).toMatchObject({
      placeholder: '手机号',
      confirm: { text: '提交', color: '#ff0000' },
      cancel: null,
    })
  })

  it('wx.showModal refuses a button of more than four characters', async () => {
    expect(await createPhone().call('showModal', { cancelText: '一二三四五' })).toEqual({
      errMsg: expect.stringMatching(/^showModal:fail parameter error: cancelText length/),
    })
  })

  it('wx.showModal returns a promise without callbacks, and what was typed when editable', async () => {
    const { wx } = createPhone({ replies: { modal: { kind: 'confirm', content: 'typed' } } })
    expect(await wx['showModal']?.({ editable: true })).toMatchObject({
      confirm: true,
      content: 'typed',
    })
  })

  it('wx.showModal returns what the input began with when the person changes nothing', async () => {
    const { call } = createPhone()
    expect(await call('showModal', { editable: true, content: 'as it was' })).toMatchObject({
      content: 'as it was',
    })
  })

  it('wx.showModal has no input where the library is older than it', async () => {
    const { call, person } = createPhone({ device: { libVersion: '2.17.0' } })
    expect(await call('showModal', { editable: true })).not.toHaveProperty('content')
    expect(person.asked[0]?.shows).toMatchObject({ editable: false })
  })
})
