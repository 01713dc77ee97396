import type { WxPorts } from './ports'

type Listener = (result: object) => void

/** `wx.getUpdateManager` of a mini-program that is up to date: it says so, once, and nothing follows (typings UpdateManager). */
export const createUpdateManager = ({ loop, adopt }: WxPorts) => {
  const manager = {
    onCheckForUpdate: (listener: Listener) =>
      void loop.after(0, 'UpdateManager.onCheckForUpdate', () =>
        listener(adopt({ hasUpdate: false })),
      ),
    onUpdateReady: () => undefined,
    onUpdateFailed: () => undefined,
    applyUpdate: () => {
      throw new Error('applyUpdate:fail update is not ready')
    },
  }
  return { getUpdateManager: () => manager }
}
