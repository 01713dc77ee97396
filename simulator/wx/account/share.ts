import { asyncApi } from '../call'
import type { WxPorts } from '../ports'
import type { ShareCard } from './share-card'

type Result = WechatMiniprogram.GeneralCallbackResult

/** Who asked to share: WeChat's own menu, or a button of the page. */
export type ShareOrigin =
  { from: 'menu' } | { from: 'button'; target: { id: string; dataset: object } }

/** How long WeChat waits for the promise of a page before it takes the rest of its answer, in milliseconds. */
const PATIENCE_MS = 3000

const objectOf = (value: unknown) => (typeof value === 'object' && value !== null ? value : {})

/** Sharing to a friend (page reference "onShareAppMessage"; typings showShareMenu, hideShareMenu). */
export const createShare = (ports: WxPorts) => {
  const { loop, adopt, person, page } = ports
  const hidden = new WeakSet<object>()

  /** The card of the page on screen by its own account, or as it is by default. */
  const cardOf = async (origin: ShareOrigin): Promise<ShareCard> => {
    const instance = page() ?? {}
    const query = Object.entries(objectOf(instance['options'])).map(
      ([key, value]) => `${key}=${value}`,
    )
    const route = String(instance['route'] ?? '')
    const path = query.length === 0 ? route : `${route}?${query.join('&')}`
    const standard = { title: '', path, imageUrl: '' }
    const handler = instance['onShareAppMessage']
    if (typeof handler !== 'function') return standard
    const given = objectOf(
      loop.guard('onShareAppMessage', () => Reflect.apply(handler, instance, [adopt(origin)])),
    )
    const { promise, ...own } = given as Partial<ShareCard> & { promise?: unknown }
    if (promise === undefined) return { ...standard, ...own }
    const chosen = await new Promise<object>((resolve) => {
      const cancel = loop.after(PATIENCE_MS, 'onShareAppMessage promise', () => resolve(own))
      void Promise.resolve(promise)
        .then(
          (late) => resolve(objectOf(late)),
          () => resolve(own),
        )
        .finally(cancel)
    })
    return { ...standard, ...chosen }
  }

  const menu = (name: string, change: (instance: object) => void) =>
    asyncApi<object, Result>(ports, name, () => {
      const instance = page()
      if (instance !== undefined) change(instance)
      return {}
    })

  return {
    /** Whether WeChat's menu offers it on the page on screen. */
    offered: () => {
      const instance = page()
      return typeof instance?.['onShareAppMessage'] === 'function' && !hidden.has(instance)
    },
    /** Shows the person the card; the mini-program never learns what they did with it. */
    share: async (origin: ShareOrigin): Promise<void> => {
      const end = loop.begin()
      await person.answer('share', await cardOf(origin)).finally(end)
    },
    apis: {
      showShareMenu: menu('showShareMenu', (instance) => void hidden.delete(instance)),
      hideShareMenu: menu('hideShareMenu', (instance) => void hidden.add(instance)),
    },
  }
}
