import Taro from '@tarojs/taro'
import { answered, PERSON_MS } from './answered'
import { decorate } from './decorate'

interface Words {
  title: string
  content: string
  confirmText: string
  cancelText: string
}

/**
 * Offers to restart when WeChat has fetched a new version. A refusal is final for this run: WeChat starts the new
 * version by itself at the next cold launch.
 */
export const offerUpdate = (words: () => Words): void =>
  decorate(() => {
    if (typeof Taro.getUpdateManager !== 'function') return
    const manager = Taro.getUpdateManager()
    manager.onUpdateReady(() =>
      decorate(async () => {
        const { confirm } = await answered(() => Taro.showModal(words()), PERSON_MS)
        if (confirm) manager.applyUpdate()
      }),
    )
  })
