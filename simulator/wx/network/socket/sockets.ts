import { asyncApi, requireText, settle, WxFailure, type Callbacks } from '../../call'
import { createListeners } from '../../listeners'
import type { WxPorts } from '../../ports'
import type { Background } from '../background'
import { identityHeaders, withoutIdentity } from '../identity'
import { createSocketTask, type SocketEvents, type SocketTask } from './socket-task'

/** How many connections may be open or opening (API wx.connectSocket). */
const LIMIT = 5

/** As for request, where neither the call nor app.json says another (docs/wechat.md 7.2). */
const DEFAULT_TIMEOUT_MS = 60_000

/** What `connectSocket` is given (typings ConnectSocketOption), before it is checked. */
export interface ConnectOption extends Callbacks {
  url?: unknown
  header?: object
  protocols?: readonly string[]
  timeout?: number
}

interface OfWx {
  onSocketOpen: SocketEvents['onOpen']
  onSocketMessage: SocketEvents['onMessage']
  onSocketError: SocketEvents['onError']
  onSocketClose: SocketEvents['onClose']
}

const NAMES_OF_WX = {
  onOpen: 'onSocketOpen',
  onMessage: 'onSocketMessage',
  onError: 'onSocketError',
  onClose: 'onSocketClose',
} as const

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * `wx.connectSocket` and the older calls of `wx` for one connection (typings SocketTask). `success` says that the
 * call was taken; whether there is a connection is in the events of the task. Five at once; what is open five
 * seconds after the app was hidden is closed, and nothing connects in the background (docs/wechat.md 7.2).
 */
export const createSockets = (ports: WxPorts, background: Background) => {
  const { network, device, registration, loop, timeoutOf } = ports
  const running = new Set<SocketTask>()
  const ofWx = createListeners<OfWx>(ports)
  let latest: SocketTask | undefined

  const checked = ({ url: given, header = {}, protocols = [] }: ConnectOption) => {
    const url = requireText('url', given)
    if (!/^wss?:\/\/./.test(url)) throw new WxFailure(`invalid url "${url}"`)
    if (running.size >= LIMIT) {
      throw new WxFailure(`the number of WebSocket connections exceeds the limit ${LIMIT}`)
    }
    if (background.isOver()) throw new WxFailure('interrupted')
    const headers = {
      ...withoutIdentity({ ...header }),
      ...identityHeaders(device, registration),
    }
    return { url, headers, protocols }
  }

  const open = (option: ConnectOption, request: ReturnType<typeof checked>) => {
    const task = createSocketTask(
      ports,
      (name, event) => ofWx.emit(NAMES_OF_WX[name], event as never),
      () => {
        running.delete(task)
        untrack()
        cancelTimeout()
      },
    )
    const breakOff = (message: string) => {
      task.fail(message)
      task.cut(1006, 'abnormal closure')
    }
    const untrack = background.track(() => task.cut(1000, 'interrupted'))
    const timeoutMs = option.timeout ?? timeoutOf('connectSocket') ?? DEFAULT_TIMEOUT_MS
    const cancelTimeout = loop.after(timeoutMs, 'socket timeout', () => {
      if (task.isConnecting()) breakOff('timeout')
    })
    running.add(task)
    latest = task
    // The listeners of the task come after this call.
    loop.after(0, 'socket', () => {
      if (!task.isConnecting()) return
      try {
        if (network.connect === undefined) throw new Error('This network opens no WebSocket.')
        task.use(network.connect(request, task.events))
      } catch (error) {
        breakOff(messageOf(error))
      }
    })
    return task
  }

  /** A task that never was a connection: its listeners are taken and never called. */
  const refused = () => {
    const task = createSocketTask(
      ports,
      () => undefined,
      () => undefined,
    )
    task.cut(1006, '')
    return task
  }

  const connectSocket = (given?: ConnectOption | null) => {
    const option = given ?? {}
    try {
      const task = open(option, checked(option))
      settle(ports, 'connectSocket', option, Promise.resolve({}))
      return task.exposed
    } catch (error) {
      settle(ports, 'connectSocket', option, Promise.reject(error as Error))
      return refused().exposed
    }
  }

  /** The older calls are about the latest connection. */
  const withLatest = (name: 'sendSocketMessage' | 'closeSocket', method: 'send' | 'close') =>
    asyncApi<object, { errMsg: string }>(ports, name, (option) => {
      const task = latest
      if (task?.isOpen() !== true) throw new WxFailure('WebSocket is not connected')
      return new Promise<object>((resolve, reject) => {
        const fail = ({ errMsg }: { errMsg: string }) =>
          reject(new WxFailure(errMsg.replace(/^\w+:fail ?/, '')))
        task.exposed[method]({ ...option, success: () => resolve({}), fail, complete: undefined })
      })
    })

  return {
    apis: {
      connectSocket,
      sendSocketMessage: withLatest('sendSocketMessage', 'send'),
      closeSocket: withLatest('closeSocket', 'close'),
      onSocketOpen: ofWx.on('onSocketOpen'),
      onSocketMessage: ofWx.on('onSocketMessage'),
      onSocketError: ofWx.on('onSocketError'),
      onSocketClose: ofWx.on('onSocketClose'),
    },
    /** The mini-program was closed: so is everything it had open. */
    hangUp: () => {
      for (const task of [...running]) task.cut(1006, 'abnormal closure')
    },
  }
}
