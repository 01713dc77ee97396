import { found } from './found'
import { built, bundleOf } from './project'

const inBundle = (text: string) => ({
  bundle: bundleOf({ 'app.json': '{}', 'app.js': built(text) }),
})

describe('the doctor, of privacy', () => {
  it('the doctor lists what the bundle uses under the privacy names of the console, ready to tick', async () => {
    const text =
      'a={openType:"chooseAvatar"};b={openType:"getPhoneNumber"};c={type:"nickname"};wx.setClipboardData()'
    const [line] = await found(inBundle(text))
    expect(line?.split('\n').slice(1)).toEqual([
      '  [ ] 收集你的昵称、头像（open-type="chooseAvatar"、input type="nickname"）',
      '  [ ] 收集你的手机号（open-type="getPhoneNumber"）',
      '  [ ] 读取你的剪切板（setClipboardData）',
    ])
  })

  it('the doctor asks for nothing where an interface is only part of a longer word, or named in a list of Taro’s', async () => {
    expect(await found(inBundle('wx.getLocationText();names=["chooseImage"]'))).toEqual([])
  })
})
