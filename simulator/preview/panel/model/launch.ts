import type { Frame } from '../../../host/browser/frame'
import type { Device } from '../../../wx/phone/device'
import type { PhoneMemory } from '../../../wx/phone/memory'
import { createScreen, type Screen } from '../../../wx/screen/screen'
import { connectSimulator } from '../../../wx/wechat-servers'
import { createHolder } from './answers'
import { fetchBundle, type BundleState } from './bundle-state'
import type { PhoneFrame } from './phone-frame'
import { drawAvatar, pictureUrl } from './pictures'
import type { QuestionQueue } from './questions'
import { deviceOf, registrationOf, type Settings } from './settings'
import type { ShiftingClock } from './shifting-clock'
import type { Wire } from './wire-network'

/** The phone with what runs on it. A launch puts another device, screen and frame into it. */
export interface PhoneState {
  settings: Settings
  device: Device
  memory: PhoneMemory
  screen: Screen
  bundle: BundleState
  /** Undefined until the mini-program has been opened. */
  frame: Frame | undefined
  /** Puts a nickname into the input that has the cursor, if that is what it is for. */
  fillNickname: ((nickname: string) => void) | undefined
  /** Whether the mini-program is on the screen. */
  app: 'foreground' | 'background'
  /** WeChat's menu behind the three dots. */
  menu: 'open' | 'closed'
}

/**
 * Creates the launch of the mini-program on a phone: of the page at `url`, or of the first page when it is undefined.
 * It resolves when the mini-program runs, when `bundle` says why it cannot, or when another launch has begun.
 * `onChange` is called when there is something new to see, `onWritten` when the app may have written to the phone.
 */
export const createLaunch = (parts: {
  phone: PhoneState
  phoneFrame: PhoneFrame
  questions: QuestionQueue
  problems: { forget: () => void }
  clock: ShiftingClock
  wire: Wire
  simulatorUrl: string
  onChange: () => void
  onWritten: () => void
  /** Called after each launch that ended: to see what it did at WeChat's servers. */
  look: () => Promise<void>
}): ((url: string | undefined) => Promise<void>) => {
  const { phone, questions, problems, clock, wire, simulatorUrl, onChange, onWritten } = parts

  const clear = () => {
    questions.forget()
    problems.forget()
    phone.fillNickname = undefined
    phone.app = 'foreground'
    phone.menu = 'closed'
    phone.device = deviceOf(phone.settings)
    phone.screen = createScreen()
    phone.screen.watch(onChange)
    phone.frame = undefined
    onChange()
  }
  const portsOf = ({ settings, device, memory, screen }: PhoneState) => ({
    registration: registrationOf(settings),
    person: createHolder({
      name: settings.person,
      settings: () => phone.settings,
      ask: questions.ask,
      drawAvatar,
    }),
    device,
    memory,
    clock,
    servers: connectSimulator(simulatorUrl),
    network: wire.connect(),
    screen,
    update: 'none' as const,
    restart: () => void launch(undefined),
  })
  const open = async (url: string | undefined) => {
    const started = performance.now()
    const launched = await parts.phoneFrame.launch(fetchBundle(), (payload) => ({
      bundle: payload,
      url,
      typing: phone.settings.typing,
      pictureUrl,
      onNickname: (fill) => {
        phone.fillNickname = fill
        onChange()
      },
      onChange: onWritten,
      ports: portsOf(phone),
    }))
    if (launched?.kind !== 'frame') return launched
    phone.frame = launched.frame
    const tookMs = Math.round(performance.now() - started)
    return { kind: 'running', at: Date.now(), tookMs } as const
  }

  const launch = async (url: string | undefined) => {
    clear()
    try {
      const bundle = await open(url)
      if (bundle === undefined) return
      phone.bundle = bundle
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error)
      phone.bundle = { kind: 'fault', sentence }
    }
    onChange()
    void parts.look()
  }
  return launch
}
