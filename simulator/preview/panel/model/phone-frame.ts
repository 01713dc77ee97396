import type { Frame, FrameOptions } from '../../../host/browser/frame'
import type { BundlePayload, BundleRefusal } from '../../bundle'
import type { fetchBundle } from './bundle-state'

/** The window a mini-program runs in: an iframe, loaded anew for each launch so that nothing is left of the last. */
export interface PhoneFrame {
  readonly element: HTMLIFrameElement
  /** Launches what is read; resolves with undefined when another launch came in between, and with the reason when there is none. */
  launch: (
    bundle: ReturnType<typeof fetchBundle>,
    options: (bundle: BundlePayload) => FrameOptions,
  ) => Promise<{ kind: 'frame'; frame: Frame } | BundleRefusal | undefined>
}

/** Creates the frame; it runs once its element is in the page. */
export const createPhoneFrame = (title: string): PhoneFrame => {
  const element = document.createElement('iframe')
  element.title = title
  element.className = 'webview'
  let launches = 0
  let running: Frame | undefined

  const loaded = () =>
    new Promise<void>((resolve) => {
      element.addEventListener('load', () => resolve(), { once: true })
      element.src = `/phone?launch=${launches}`
    })

  return {
    element,
    launch: async (bundle, options) => {
      const mine = (launches += 1)
      running?.close()
      running = undefined
      const [read] = await Promise.all([bundle, loaded()])
      if (mine !== launches) return undefined
      if (read.kind !== 'bundle') return read
      running = element.contentWindow?.openFrame(options(read.payload))
      return running === undefined ? undefined : { kind: 'frame', frame: running }
    },
  }
}
