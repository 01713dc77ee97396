import { createNodeNetwork } from '../../../host/node/node-network'
import { createPhone, type PhoneOptions } from '../phone'
import { serveSockets } from './socket-server'

interface Task {
  readonly readyState: number
  readonly OPEN: number
  send: (option: object) => void
  close: (option?: object) => void
}

/** Opens a connection and hears all of its events. */
export const connect = (phone: ReturnType<typeof createPhone>, option: object) => {
  const heard: [string, Record<string, unknown>][] = []
  const waiting = new Map<string, (event: Record<string, unknown>) => void>()
  const task = phone.wx['connectSocket']?.(option) as Task &
    Record<string, (listener: (event: Record<string, unknown>) => void) => void>
  for (const name of ['onOpen', 'onMessage', 'onError', 'onClose']) {
    task[name]?.((event) => {
      heard.push([name, event])
      waiting.get(name)?.(event)
    })
  }
  const next = (name: string) =>
    new Promise<Record<string, unknown>>((resolve) => waiting.set(name, resolve))
  const ask = (method: 'send' | 'close', given: object) =>
    new Promise((resolve) => task[method]({ ...given, success: resolve, fail: resolve }))
  return { task, heard, next, ask }
}

/** A phone that reaches the network of this machine. */
export const open = (options: PhoneOptions = {}) =>
  createPhone({ network: createNodeNetwork(), ...options })

/** Servers that are closed after each test of a file. */
export const servers = () => {
  const closing: (() => void)[] = []
  afterEach(() => closing.splice(0).forEach((close) => close()))
  return async (...given: Parameters<typeof serveSockets>) => {
    const served = await serveSockets(...given)
    closing.push(served.close)
    return served
  }
}
