import { createPerson } from '../../../wx/phone/person'
import { errorsOf, logOf, onePage, run } from '../../host/bundle'

const PAGE = `Page({
  onShow() { console.log('shown') },
  onHide() { console.log('hidden') },
  say({ type, detail }) { console.log(type, detail.errMsg) },
  do({ currentTarget: { dataset: { api, appId } } }) {
    wx[api]({ appId, path: 'pages/b', complete: ({ errMsg }) => console.log(errMsg) })
  },
  onLoad() { wx.navigateToMiniProgram({ appId: 'wx1', fail: ({ errMsg }) => console.log(errMsg) }) },
})`
const button = (api: string) =>
  `<view id="${api}" bindtap="do" data-api="${api}" data-app-id="wx1" />`
const TEMPLATE = [
  ...['navigateToMiniProgram', 'openEmbeddedMiniProgram'].map(button),
  ...['navigateBackMiniProgram', 'exitMiniProgram'].map(button),
  '<navigator id="link" target="miniProgram" app-id="wx1" path="pages/b" bindsuccess="say" bindfail="say" />',
  '<navigator id="out" target="miniProgram" open-type="exit" />',
].join('')
const BEFORE = ['navigateToMiniProgram:fail can only be invoked by user TAP gesture.', 'shown']

describe('a way to another mini-program', () => {
  const heardAfter = async (id: string, reply: 'open' | 'cancel', scene: number) => {
    const person = createPerson('alice', { miniProgram: reply })
    const app = await run(onePage(PAGE, TEMPLATE), { person, scene })
    const before = logOf(app)
    await app.tap(id)
    const heard = logOf(app).slice(before.length)
    const left = app.errors.length
    app.close()
    expect([[...before].sort(), left]).toEqual([BEFORE, 0])
    return { heard: [...heard].sort(), asked: person.asked }
  }
  const question = { kind: 'miniProgram', shows: { target: 'wx1', path: 'pages/b' } }
  const page = (name: string) => ({ kind: 'ownPage', shows: { page: name } })

  it.each([
    ['navigateToMiniProgram', 'navigateToMiniProgram'],
    ['openEmbeddedMiniProgram', 'openEmbeddedMiniProgram'],
    ['link', 'navigateToMiniProgram'],
  ])('a way to another mini-program is taken or refused by the person: %s', async (id, api) => {
    const asEvent = (kind: string) => (id === 'link' ? `${kind} ` : '')
    const opened = await heardAfter(id, 'open', 1001)
    expect(opened.heard).toEqual(['hidden', `${asEvent('success')}${api}:ok`, 'shown'].sort())
    expect(opened.asked).toEqual([question, page('miniProgram')])
    const left = await heardAfter(id, 'cancel', 1001)
    expect(left.heard).toEqual([`${asEvent('fail')}${api}:fail cancel`])
    expect(left.asked).toEqual([question])
  })

  it.each([
    ['exitMiniProgram', 1001, ['exitMiniProgram:ok', 'hidden', 'shown'], [page('exited')]],
    ['out', 1001, ['hidden', 'shown'], [page('exited')]],
    [
      'navigateBackMiniProgram',
      1037,
      ['hidden', 'navigateBackMiniProgram:ok', 'shown'],
      [page('exited')],
    ],
    [
      'navigateBackMiniProgram',
      1001,
      ['navigateBackMiniProgram:fail not opened by another mini-program'],
      [],
    ],
  ])('a way out of a mini-program leaves it: %s from scene %d', async (id, scene, heard, asked) => {
    expect(await heardAfter(id, 'open', scene)).toEqual({ heard, asked })
  })

  it('a way to another mini-program needs its AppID or a link', async () => {
    const app = await run(
      onePage(
        `Page({ go() { wx.navigateToMiniProgram({ fail: ({ errMsg }) => console.log(errMsg) }) } })`,
        '<view id="go" bindtap="go" />',
      ),
    )
    await app.tap('go')
    expect(logOf(app)).toEqual([
      'navigateToMiniProgram:fail parameter error: parameter.appId should be String instead of Undefined;',
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})
