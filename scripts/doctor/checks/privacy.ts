import { found, type Check } from '../finding'
import { privacyTypes } from '../privacy-types'

/** The interfaces in the bundle, as they have to be declared in the console (docs/wechat.md 3.5). */
export const privacy: Check = {
  name: 'privacy',
  run: ({ bundle }) => {
    if (bundle === undefined) return []
    const texts = [...bundle]
      .filter(([path]) => /\.(js|wxml)$/.test(path))
      .map(([, { text }]) => text)
    const used = privacyTypes.flatMap(({ name, uses }) => {
      const seen = uses.filter((use) => texts.some((text) => use.pattern.test(text)))
      return seen.length === 0 ? [] : [`  [ ] ${name}（${seen.map((use) => use.name).join('、')}）`]
    })
    if (used.length === 0) {
      return [{ weight: 'ok', sentence: 'The bundle uses no interface that has to be declared.' }]
    }
    return [
      found(
        'note',
        `The bundle has interfaces of ${used.length} kinds of personal information.`,
        ['Declare each at mp.weixin.qq.com, 设置 > 服务内容声明 > 用户隐私保护指引:', ...used].join(
          '\n',
        ),
      ),
    ]
  },
}
