import type { Frame, FrameView } from '../../../host/browser/frame'
import { createHttpDesk } from '../../../wx/desk'
import type { Questions } from '../../../wx/person'
import { createScreen, type ScreenState } from '../../../wx/screen'
import type { BundlePayload, PreviewConfig } from '../../bundle'
import { createHolder, type OpenQuestion } from './answers'
import { createControl, type FaultForm, type Outbox, type SimulatorState } from './control'
import { forgetMemory, keepMemory, recallMemory } from './memory'
import { createPhoneFrame } from './phone-frame'
import { drawAvatar, pictureUrl } from './pictures'
import { deviceOf, needsRelaunch, type Settings } from './settings'
import { createShiftingClock } from './shifting-clock'
import { createWireNetwork, type WireEntry } from './wire-network'

/** What has become of the bundle. `tookMs`: from the news of a rebuild to the first page. */
type BundleState =
  | { kind: 'loading' }
  | { kind: 'missing'; sentence: string }
  | { kind: 'running'; at: number; tookMs: number }

/** Everything there is to see on the desk. */
export interface DeskView {
  settings: Settings
  bundle: BundleState
  frame: FrameView | undefined
  screen: ScreenState
  question: OpenQuestion | undefined
  /** Puts a nickname into the input that has the cursor, if that is what it is for. */
  fillNickname: ((nickname: string) => void) | undefined
  wire: readonly WireEntry[]
  simulator: SimulatorState | 'unreachable' | 'unknown'
  outbox: Outbox
  /** What the app publishes of its session, if it is a development build; unread. */
  timeline: unknown
  now: number
  inBackground: boolean
}

const PERSON_TIMELINE = '__authTimeline'

const fetchBundle = async (): Promise<BundlePayload> => {
  const answer = await fetch('/bundle')
  if (answer.ok) return (await answer.json()) as BundlePayload
  const { error } = (await answer.json()) as { error: string }
  throw new Error(error)
}

/** Puts together the desk: a phone with somebody holding it, WeChat behind it, and everything to play with. */
export const createDesk = (
  { simulatorUrl }: PreviewConfig,
  initial: Settings,
  onChange: () => void,
) => {
  const control = createControl(simulatorUrl)
  const clock = createShiftingClock()
  const network = createWireNetwork(initial.network, onChange)
  const phoneFrame = createPhoneFrame('WeChat')
  let settings = initial
  let device = deviceOf(settings)
  let memory = recallMemory(settings.person)
  let screen = createScreen()
  let bundle: BundleState = { kind: 'loading' }
  let frame: Frame | undefined
  let questions: readonly OpenQuestion[] = []
  let asked = 0
  let fillNickname: DeskView['fillNickname']
  let simulator: DeskView['simulator'] = 'unknown'
  let outbox: Outbox = { mails: [], sms: [] }
  let inBackground = false

  const ask = <K extends keyof Questions>(kind: K, shows: Questions[K]['shows']) =>
    new Promise<Questions[K]['reply']>((resolve) => {
      const id = (asked += 1)
      const reply = (given: Questions[K]['reply']) => {
        questions = questions.filter((question) => question.id !== id)
        resolve(given)
        onChange()
      }
      questions = [...questions, { id, kind, shows, reply } as unknown as OpenQuestion]
      onChange()
    })

  const look = async () => {
    try {
      const [state, sent] = await Promise.all([control.state(), control.outbox()])
      simulator = state
      outbox = sent
    } catch {
      simulator = 'unreachable'
    }
    onChange()
  }

  const changed = () => {
    keepMemory(settings.person, memory)
    onChange()
  }

  const launch = async (url: string | undefined) => {
    const started = performance.now()
    questions = []
    fillNickname = undefined
    inBackground = false
    device = deviceOf(settings)
    screen = createScreen()
    screen.watch(onChange)
    frame = undefined
    onChange()
    try {
      const launched = await phoneFrame.launch(fetchBundle(), (payload) => ({
        bundle: payload,
        url,
        pictureUrl,
        onNickname: (fill) => {
          fillNickname = fill
          onChange()
        },
        onChange: changed,
        ports: {
          registration: { appid: 'touristappid', account: settings.account, undeclared: [] },
          person: createHolder({
            name: settings.person,
            settings: () => settings,
            ask,
            drawAvatar,
          }),
          device,
          memory,
          clock,
          desk: createHttpDesk(simulatorUrl),
          network,
          screen,
        },
      }))
      if (launched === undefined) return
      frame = launched
      bundle = {
        kind: 'running',
        at: Date.now(),
        tookMs: Math.round(performance.now() - started),
      }
    } catch (error) {
      bundle = { kind: 'missing', sentence: error instanceof Error ? error.message : String(error) }
    }
    onChange()
    void look()
  }

  const choose = (change: Partial<Settings>) => {
    const before = settings
    settings = { ...settings, ...change }
    network.turn(settings.network)
    if (before.person !== settings.person) memory = recallMemory(settings.person)
    if (needsRelaunch(before, settings)) {
      void launch(undefined)
      return
    }
    if (before.theme !== settings.theme) {
      device.theme = settings.theme
      frame?.setTheme(settings.theme)
    }
    onChange()
  }

  const tell = (call: Promise<unknown>) => void call.catch(() => undefined).then(look)

  return {
    element: phoneFrame.element,
    view: (): DeskView => {
      const timeline = frame?.global(PERSON_TIMELINE)
      return {
        settings,
        bundle,
        frame: frame?.view(),
        screen: screen.state,
        question: questions[0],
        fillNickname,
        wire: network.log,
        simulator,
        outbox,
        timeline: typeof timeline === 'function' ? (timeline as () => unknown)() : undefined,
        now: clock.now(),
        inBackground,
      }
    },
    choose,
    look,
    relaunch: () => launch(undefined),
    /** The bundle was built anew: the same page again, with the same phone. */
    reload: () => launch(frame?.view().url),
    back: () => frame?.back(),
    tapTab: (index: number) => frame?.tapTab(index),
    leaveOrReturn: () => {
      inBackground = !inBackground
      if (inBackground) frame?.hide()
      else frame?.show()
      onChange()
    },
    deleteApp: () => {
      forgetMemory(settings.person)
      memory = recallMemory(settings.person)
      return launch(undefined)
    },
    advance: (ms: number) => {
      clock.advance(ms)
      tell(control.advance(ms))
    },
    fault: (fault: FaultForm) => tell(control.fault(fault)),
    meet: (person: string) => tell(control.person(person)),
    phonesOf: (person: string) => control.person(person).then(({ phones }) => phones),
    clearWire: network.clearLog,
  }
}

export type Desk = ReturnType<typeof createDesk>
