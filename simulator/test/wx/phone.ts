import { createActivity } from '../../host/core/logic/activity'
import { createGesture } from '../../host/core/logic/gesture'
import { realClock } from '../../wx/phone/clock'
import { type Device, defaultDevice } from '../../wx/phone/device'
import { createPhoneMemory } from '../../wx/phone/memory'
import { createNetwork } from '../../wx/network/network'
import type { Control } from '../../wx/account/open-abilities'
import { createPerson, type Replies } from '../../wx/phone/person'
import type { HostPorts, PhonePorts, Registration } from '../../wx/ports'
import { createScreen } from '../../wx/screen/screen'
import { createWechat } from '../../wx/wechat'
import { countingServers } from '../host/bundle'

/** What a test may decide about the phone it holds. */
export interface PhoneOptions extends Partial<
  Omit<PhonePorts, 'device' | 'registration' | 'person'>
> {
  device?: Partial<Device>
  registration?: Partial<Registration>
  replies?: Partial<Replies>
  host?: Partial<HostPorts>
}

type Outcome = Record<string, unknown>

/** A WeChat without a mini-program: its `wx` is called by the test itself. */
export const createPhone = (options: PhoneOptions = {}) => {
  const clock = options.clock ?? realClock
  const loop = createActivity(clock)
  const gesture = createGesture()
  const person = createPerson('alice', options.replies)
  const routes: string[] = []
  const ports = {
    memory: createPhoneMemory(),
    servers: countingServers(),
    network: createNetwork(),
    screen: createScreen(),
    update: 'none' as const,
    restart: () => undefined,
    ...options,
    registration: {
      appid: 'touristappid',
      account: 'verified' as const,
      version: 'release' as const,
      undeclared: [],
      profileEra: 'by-library' as const,
      ...options.registration,
    },
    device: { ...defaultDevice, ...options.device },
    person,
    clock,
    loop,
    gesture,
    router: {
      go: (move: string, url: string) => void routes.push(`${move} ${url}`),
      back: () => undefined,
    },
    entry: () => ({ path: 'pages/a', query: {}, scene: 1001 }),
    page: () => undefined,
    onTabPage: () => true,
    countTabs: () => 3,
    timeoutOf: () => undefined,
    declares: () => true,
    followsTheme: true,
    purposeOf: () => '',
    hideKeyboard: () => undefined,
    scrollPage: () => undefined,
    cover: () => () => undefined,
    leave: () => () => undefined,
    adopt: <T>(value: T) => value,
    error: (message: string) => new Error(message),
    packaged: { bytes: () => undefined, list: () => [] },
    promise: <T>(start: ConstructorParameters<typeof Promise<T>>[0]) => new Promise(start),
    ...options.host,
  }
  const wechat = createWechat(ports)
  const wx = wechat.wx as Record<string, (option?: object) => unknown>

  /** Calls an API with callbacks and returns what `success` or `fail` got. */
  const call = (name: string, option: object = {}) =>
    new Promise<Outcome>((resolve) => {
      wx[name]?.({ ...option, success: resolve, fail: resolve })
    })
  /** Taps a button with an open-type and returns the events it fired. */
  const press = async (openType: string, id = 'button') => {
    const events: Outcome[] = []
    const control: Control = {
      id,
      dataset: {},
      attribute: () => undefined,
      fire: (name, detail) => void events.push({ name, ...detail }),
      clear: () => undefined,
    }
    await wechat.openAbility(control, openType)
    return events
  }

  return { ...wechat, wx, call, press, person, gesture, ports, loop, routes }
}
