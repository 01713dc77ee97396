import { createPhone } from '../phone'

const NAMES = [
  ...['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'request', 'downloadFile'].map(
    (name) => [name, 'url', {}] as const,
  ),
  ['uploadFile', 'url', {}],
  ['uploadFile', 'filePath', { url: 'http://a/' }],
  ['uploadFile', 'name', { url: 'http://a/', filePath: 'f' }],
  ['showToast', 'title', {}],
  ['showLoading', 'title', {}],
  ['setNavigationBarTitle', 'title', {}],
  ['setClipboardData', 'data', {}],
] as const

describe('a parameter that has to be a text', () => {
  it.each(NAMES)(
    'a call of wx.%s fails in WeChat’s words without %s',
    async (name, parameter, rest) => {
      for (const [value, type] of [
        [undefined, 'Undefined'],
        [null, 'Null'],
        [1, 'Number'],
        [{}, 'Object'],
      ] as const) {
        expect(await createPhone().call(name, { ...rest, [parameter]: value })).toEqual({
          errMsg: `${name}:fail parameter error: parameter.${parameter} should be String instead of ${type};`,
        })
      }
    },
  )

  it('a modal takes no title, and refuses one that is no text', async () => {
    const { call } = createPhone()
    expect(await call('showModal', {})).toMatchObject({ confirm: true })
    expect(await call('showModal', { title: 1 })).toEqual({
      errMsg: 'showModal:fail parameter error: parameter.title should be String instead of Number;',
    })
    expect(await call('showModal', { content: {} })).toEqual({
      errMsg:
        'showModal:fail parameter error: parameter.content should be String instead of Object;',
    })
  })
})
