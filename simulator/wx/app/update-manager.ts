import type { WxPorts } from '../ports'

type Listener = (result: object) => void

/**
 * `wx.getUpdateManager` (typings UpdateManager): whether there is a newer version, then that it is there or could
 * not be fetched; a version that is there is applied by a restart.
 */
export const createUpdateManager = ({ loop, adopt, update, restart }: WxPorts) => {
  const tell = (name: string, result: object) => (listener: Listener) =>
    void loop.after(0, `UpdateManager.${name}`, () => listener(adopt(result)))
  const silence: (listener: Listener) => void = () => undefined
  const manager = {
    onCheckForUpdate: tell('onCheckForUpdate', { hasUpdate: update !== 'none' }),
    onUpdateReady: update === 'ready' ? tell('onUpdateReady', {}) : silence,
    onUpdateFailed: update === 'failed' ? tell('onUpdateFailed', {}) : silence,
    applyUpdate: () => {
      if (update !== 'ready') throw new Error('applyUpdate:fail update is not ready')
      loop.after(0, 'UpdateManager.applyUpdate', restart)
    },
  }
  return { getUpdateManager: () => manager }
}
