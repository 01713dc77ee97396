import { asyncApi } from '../call'
import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'

/** The network's type and its changes (typings getNetworkType, onNetworkStatusChange). */
export const createNetworkStatus = (ports: WxPorts) => {
  const { network } = ports
  const listeners = createListeners<{
    onNetworkStatusChange: WechatMiniprogram.OnNetworkStatusChangeListenerResult
  }>(ports)
  network.onChange((networkType) =>
    listeners.emit('onNetworkStatusChange', { networkType, isConnected: networkType !== 'none' }),
  )
  return {
    getNetworkType: asyncApi<
      WechatMiniprogram.GetNetworkTypeOption,
      WechatMiniprogram.GetNetworkTypeSuccessCallbackResult
    >(ports, 'getNetworkType', () => ({
      networkType: network.type(),
      signalStrength: network.type() === 'none' ? 0 : 4,
      hasSystemProxy: false,
      weakNet: false,
    })),
    onNetworkStatusChange: listeners.on('onNetworkStatusChange'),
    offNetworkStatusChange: listeners.off('onNetworkStatusChange'),
  }
}
