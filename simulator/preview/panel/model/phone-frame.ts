import type { Frame, FrameOptions } from '../../../host/browser/frame'
import type { BundlePayload } from '../../bundle'

/** The window a mini-program runs in: an iframe, loaded anew for each launch so that nothing is left of the last. */
export interface PhoneFrame {
  readonly element: HTMLIFrameElement
  /** Launches; resolves with undefined when another launch came in between. */
  launch(
    bundle: Promise<BundlePayload>,
    options: (bundle: BundlePayload) => FrameOptions,
  ): Promise<Frame | undefined>
}

/** The bundle as it is now; rejects with the server's sentence when there is none. */
export const fetchBundle = async (): Promise<BundlePayload> => {
  const answer = await fetch('/bundle')
  if (answer.ok) return (await answer.json()) as BundlePayload
  const { error } = (await answer.json()) as { error: string }
  throw new Error(error)
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
      const [payload] = await Promise.all([bundle, loaded()])
      if (mine !== launches) return undefined
      running = element.contentWindow?.openFrame(options(payload))
      return running
    },
  }
}
