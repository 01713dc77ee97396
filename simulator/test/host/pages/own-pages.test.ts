import { createPerson } from '../../../wx/phone/person'
import { errorsOf, logOf, onePage, run } from '../bundle'

const LOGGER = `Page({
  log(event) { console.log(event.type, JSON.stringify(event.detail)) },
  onShow() { console.log('show') },
  onHide() { console.log('hide') },
  onShareAppMessage(origin) {
    console.log(JSON.stringify(origin))
    return { title: '来看' }
  },
})`

describe('a button that leads out of the page', () => {
  it.each([
    ['contact', ['contact {"path":"","query":{},"errMsg":"enterContact:ok"}']],
    ['openSetting', ['opensetting {"authSetting":{},"errMsg":"openSetting:ok"}']],
    ['feedback', []],
  ])('a %s button opens a page of WeChat’s own, then reports %j', async (openType, heard) => {
    const person = createPerson('alice')
    const button = `<button id="b" open-type="${openType}" bindcontact="log" bindopensetting="log" />`
    const app = await run(onePage(LOGGER, button), { person })
    await app.tap('b')
    expect(person.asked).toEqual([{ kind: 'ownPage', shows: { page: openType } }])
    expect(logOf(app)).toEqual(['show', 'hide', 'show', ...heard])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a share button asks the page for a card, with the button and its data', async () => {
    const person = createPerson('alice')
    const button = '<button id="b" open-type="share" data-item="7" />'
    const app = await run(onePage(LOGGER, button), { person })
    await app.tap('b')
    expect(logOf(app)).toEqual([
      'show',
      '{"from":"button","target":{"id":"b","dataset":{"item":"7"}}}',
    ])
    expect(person.asked).toEqual([
      { kind: 'share', shows: { title: '来看', path: 'pages/a', imageUrl: '' } },
    ])
    app.close()
  })
})
