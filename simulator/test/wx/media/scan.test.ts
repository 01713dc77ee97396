import { createPhone } from '../phone'
import { createPerson } from '../../../wx/phone/person'
import { logOf, onePage, run } from '../../host/bundle'

describe('the scanner', () => {
  it('the scanner returns the text of a code, its kind, and the bytes in base64', async () => {
    const { call, person } = createPhone()
    person.replies.scanCode = { kind: 'scan', result: '茶', codeType: 'EAN_13' }
    expect(await call('scanCode', { scanType: ['barCode'], onlyFromCamera: true })).toEqual({
      result: '茶',
      scanType: 'EAN_13',
      charSet: 'utf-8',
      rawData: Buffer.from('茶').toString('base64'),
      errMsg: 'scanCode:ok',
    })
    expect(person.asked).toEqual([
      { kind: 'scanCode', shows: { scanType: ['barCode'], onlyFromCamera: true } },
    ])
  })

  it('the scanner returns the path of a code of the mini-program itself', async () => {
    const path = 'pages/a?scene=1'
    const { call } = createPhone({
      replies: { scanCode: { kind: 'scan', result: '', codeType: 'WX_CODE', path } },
    })
    expect(await call('scanCode')).toMatchObject({ path, scanType: 'WX_CODE' })
  })

  it('the scanner covers the page, and fails with cancel when the person leaves it', async () => {
    const script = `Page({
      onShow() { console.log('show') },
      onHide() { console.log('hide') },
      scan() { wx.scanCode({ fail: (r) => console.log(r.errMsg) }) },
    })`
    const person = createPerson('alice', { scanCode: { kind: 'cancel' } })
    const app = await run(onePage(script, '<view id="b" bindtap="scan" />'), { person })
    await app.tap('b')
    expect(logOf(app)).toEqual(['show', 'hide', 'show', 'scanCode:fail cancel'])
    app.close()
  })
})
