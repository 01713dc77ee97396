import type { Frame, FrameView } from '../../../host/browser/frame'
import { connectSimulator } from '../../../wx/wechat-servers'
import { createScreen, type ScreenState } from '../../../wx/screen/screen'
import type { PreviewConfig } from '../../bundle'
import { createHolder, type OpenQuestion } from './answers'
import { fetchBundle, type BundleState } from './bundle-state'
import type { FaultForm } from './control'
import { forgetMemory, keepMemory, recallMemory } from './memory'
import { createPhoneFrame } from './phone-frame'
import { drawAvatar, pictureUrl } from './pictures'
import { createProblems, type Problem } from './problems'
import { createQuestions } from './questions'
import { deviceOf, needsRelaunch, registrationOf, type Settings } from './settings'
import { createShiftingClock } from './shifting-clock'
import { createSimulatorLink, type SimulatorView } from './simulator-link'
import { createWire, type WireEntry } from './wire-network'

/** Everything there is to see in the preview. */
export interface PreviewView extends SimulatorView {
  settings: Settings
  bundle: BundleState
  frame: FrameView | undefined
  /** What is wrong with the app, oldest first. */
  problems: readonly Problem[]
  screen: ScreenState
  question: OpenQuestion | undefined
  /** Puts a nickname into the input that has the cursor, if that is what it is for. */
  fillNickname: ((nickname: string) => void) | undefined
  wire: readonly WireEntry[]
  /** What the app publishes of its session, if it is a development build; unread. */
  timeline: unknown
  now: number
  inBackground: boolean
  /** WeChat's menu behind the three dots is open. */
  menu: 'open' | 'closed'
}

/** Under this name a development build may publish a function that returns its timeline: see simulator/README.md. */
const TIMELINE = '__authTimeline'

/** Creates the preview's model: a phone with someone holding it, WeChat behind it, and everything to play with. */
export const createPreviewModel = (
  { simulatorUrl }: PreviewConfig,
  initial: Settings,
  onChange: () => void,
) => {
  const link = createSimulatorLink(simulatorUrl, onChange)
  const questions = createQuestions(onChange)
  const problems = createProblems(onChange)
  const clock = createShiftingClock()
  const wire = createWire(initial.network, onChange)
  const phoneFrame = createPhoneFrame('WeChat')
  let settings = initial
  let device = deviceOf(settings)
  let memory = recallMemory(settings.person)
  let screen = createScreen()
  let bundle: BundleState = { kind: 'loading' }
  let frame: Frame | undefined
  let fillNickname: PreviewView['fillNickname']
  let inBackground = false
  let menu: PreviewView['menu'] = 'closed'

  const changed = () => {
    keepMemory(settings.person, memory)
    onChange()
  }

  const launch = async (url: string | undefined) => {
    const started = performance.now()
    questions.forget()
    problems.forget()
    fillNickname = undefined
    inBackground = false
    menu = 'closed'
    device = deviceOf(settings)
    screen = createScreen()
    screen.watch(onChange)
    frame = undefined
    onChange()
    try {
      const launched = await phoneFrame.launch(fetchBundle(), (payload) => ({
        bundle: payload,
        url,
        typing: settings.typing,
        pictureUrl,
        onNickname: (fill) => {
          fillNickname = fill
          onChange()
        },
        onChange: changed,
        ports: {
          registration: registrationOf(settings),
          person: createHolder({
            name: settings.person,
            settings: () => settings,
            ask: questions.ask,
            drawAvatar,
          }),
          device,
          memory,
          clock,
          servers: connectSimulator(simulatorUrl),
          network: wire.connect(),
          screen,
          update: 'none',
          restart: () => void launch(undefined),
        },
      }))
      if (launched === undefined) return
      if (launched.kind === 'frame') {
        frame = launched.frame
        const tookMs = Math.round(performance.now() - started)
        bundle = { kind: 'running', at: Date.now(), tookMs }
      } else bundle = launched
    } catch (error) {
      bundle = { kind: 'fault', sentence: error instanceof Error ? error.message : String(error) }
    }
    onChange()
    void link.look()
  }

  const choose = (change: Partial<Settings>) => {
    const before = settings
    settings = { ...settings, ...change }
    wire.turn(settings.network)
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

  return {
    element: phoneFrame.element,
    view: (): PreviewView => {
      const timeline = frame?.global(TIMELINE)
      const frameView = frame?.view()
      return {
        settings,
        bundle,
        frame: frameView,
        problems:
          bundle.kind === 'fault'
            ? [problems.inSentence(bundle.sentence)]
            : problems.of(frameView?.errors ?? []),
        screen: screen.state,
        question: questions.first(),
        fillNickname,
        wire: wire.log,
        ...link.view(),
        timeline: typeof timeline === 'function' ? (timeline as () => unknown)() : undefined,
        now: clock.now(),
        inBackground,
        menu,
      }
    },
    choose,
    look: link.look,
    relaunch: () => launch(undefined),
    /** The bundle was built anew: the same page again, with the same phone. */
    reload: () => launch(frame?.view().url),
    back: () => frame?.back(),
    turnMenu: (to: PreviewView['menu']) => {
      menu = to
      onChange()
    },
    share: () => {
      menu = 'closed'
      frame?.share()
      onChange()
    },
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
      link.tell(link.control.advance(ms))
    },
    fault: (fault: FaultForm) => link.tell(link.control.fault(fault)),
    phonesOf: (person: string) => link.control.person(person).then(({ phones }) => phones),
    clearWire: wire.clear,
  }
}

export type PreviewModel = ReturnType<typeof createPreviewModel>
