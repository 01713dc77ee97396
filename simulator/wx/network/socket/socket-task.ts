import { settle, WxFailure, type Callbacks } from '../../call'
import { createListeners } from '../../listeners'
import type { WxPorts } from '../../ports'
import type { Line, LineEvents } from './line'

/** States of a connection, with the numbers and names that WeChat's task has beside its documented members. */
const STATES = { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 } as const

/** What a connection reports to the mini-program (typings SocketTask). */
export interface SocketEvents {
  onOpen: { header: object; profile: object }
  onMessage: { data: string | ArrayBuffer }
  onError: { errMsg: string }
  onClose: { code: number; reason: string }
}

type SendOption = Callbacks & { data?: unknown }
type CloseOption = Callbacks & { code?: number; reason?: string }

const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'

/** Codes that an application may close with, and how long its reason may be (typings SocketTaskCloseOption). */
const mayClose = (code: number, reason: string) =>
  (code === 1000 || (code >= 3000 && code < 5000)) && new TextEncoder().encode(reason).length <= 123

/**
 * One connection as the mini-program has it. `heard` gets every event too, for the listeners of
 * `wx.onSocketMessage` and its like; `ended` is called once, when the connection counts no more.
 */
export const createSocketTask = (
  ports: Pick<WxPorts, 'loop' | 'adopt'>,
  heard: <K extends keyof SocketEvents>(name: K, event: SocketEvents[K]) => void,
  ended: () => void,
) => {
  const { loop } = ports
  const listeners = createListeners<SocketEvents>(ports)
  let state: number = STATES.CONNECTING
  let line: Line | undefined
  let comeToRest: () => void = loop.begin()

  const tell = <K extends keyof SocketEvents>(name: K, event: SocketEvents[K]) => {
    listeners.emit(name, event)
    heard(name, event)
  }
  const finish = (code: number, reason: string) => {
    if (state === STATES.CLOSED) return
    state = STATES.CLOSED
    ended()
    tell('onClose', { code, reason })
    comeToRest()
  }
  const fail = (errMsg: string) => {
    if (state !== STATES.CLOSED) tell('onError', { errMsg })
  }
  const events: LineEvents = {
    opened: (header) => {
      if (state !== STATES.CONNECTING) return
      state = STATES.OPEN
      tell('onOpen', { header, profile: {} })
      comeToRest()
    },
    message: (data) => {
      if (state === STATES.OPEN) tell('onMessage', { data })
    },
    failed: fail,
    closed: finish,
  }
  /** Ends it from this side, without waiting for the other one. */
  const cut = (code: number, reason: string) => {
    finish(code, reason)
    line?.drop()
  }

  const send = async ({ data }: SendOption) => {
    if (state !== STATES.OPEN || line === undefined) {
      throw new WxFailure('SocketTask.readyState is not OPEN')
    }
    if (typeof data !== 'string' && !isBuffer(data)) {
      throw new WxFailure('parameter error: parameter.data should be String or ArrayBuffer')
    }
    line.send(typeof data === 'string' ? data : new Uint8Array(data).slice().buffer)
    return {}
  }
  const close = async ({ code = 1000, reason = '' }: CloseOption) => {
    if (state === STATES.CLOSING || state === STATES.CLOSED) {
      throw new WxFailure('SocketTask.readyState is CLOSED')
    }
    if (!mayClose(code, reason)) throw new WxFailure(`invalid code ${code} or reason`)
    const wasOpen = state === STATES.OPEN
    state = STATES.CLOSING
    if (!wasOpen || line === undefined) return cutSoon()
    comeToRest = loop.begin()
    line.close(code, reason)
    return {}
  }
  const cutSoon = () => {
    loop.after(0, 'socket', () => cut(1006, 'abnormal closure'))
    return {}
  }

  return {
    exposed: {
      ...STATES,
      get readyState() {
        return state
      },
      send: (option?: SendOption | null) =>
        settle(ports, 'sendSocketMessage', option ?? {}, send(option ?? {})),
      close: (option?: CloseOption | null) =>
        settle(ports, 'closeSocket', option ?? {}, close(option ?? {})),
      onOpen: listeners.on('onOpen'),
      onMessage: listeners.on('onMessage'),
      onError: listeners.on('onError'),
      onClose: listeners.on('onClose'),
    },
    events,
    /** The connection is being opened over this line. */
    use: (opened: Line) => {
      line = opened
    },
    fail,
    cut,
    isConnecting: () => state === STATES.CONNECTING,
    isOpen: () => state === STATES.OPEN,
  }
}

/** One connection as WeChat holds it. */
export type SocketTask = ReturnType<typeof createSocketTask>
