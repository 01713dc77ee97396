import Taro from '@tarojs/taro'
import type { Language } from '../../i18n/language'
import { meTexts } from '../../i18n/me'

/**
 * Offers to restart when WeChat has fetched a new version. A refusal is final for this run: WeChat starts
 * the new version by itself at the next cold launch.
 */
export function offerUpdates(language: Language): void {
  if (typeof Taro.getUpdateManager !== 'function') return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    const texts = meTexts[language]
    void Taro.showModal({
      title: texts.updateTitle,
      content: texts.updateLead,
      confirmText: texts.updateNow,
      cancelText: texts.updateLater,
    }).then(({ confirm }) => {
      if (confirm) manager.applyUpdate()
    })
  })
}
