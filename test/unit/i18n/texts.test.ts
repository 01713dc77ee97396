import { en } from '../../../src/i18n/en'
import { textsFor } from '../../../src/i18n/texts'
import { zhCN } from '../../../src/i18n/zh-CN'

describe('the dictionary', () => {
  it.each(['zh_CN', 'zh-Hans', 'zh_TW', 'zh', ''])('is Chinese for "%s"', (tag) => {
    expect(textsFor(tag)).toBe(zhCN)
  })

  it.each(['en', 'en-GB', 'ja', 'zha'])('is English for "%s"', (tag) => {
    expect(textsFor(tag)).toBe(en)
  })

  it('leaves no sentence empty in either language', () => {
    for (const sentence of [...Object.values(zhCN), ...Object.values(en)]) {
      expect(sentence.trim()).not.toBe('')
    }
  })
})
