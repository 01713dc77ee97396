import type { FrameView } from '../../../host/browser/frame'
import { createScreen, type ScreenState } from '../../../wx/screen/screen'
import type { PreviewConfig } from '../../bundle'
import type { OpenQuestion } from './answers'
import type { FaultForm } from './control'
import { createLaunch, type PhoneState } from './launch'
import { forgetMemory, keepMemory, recallMemory } from './memory'
import { createPhoneFrame } from './phone-frame'
import { createProblems, type Problem } from './problems'
import { createQuestions } from './questions'
import { deviceOf, needsRelaunch, type Settings } from './settings'
import { createShiftingClock } from './shifting-clock'
import { createSimulatorLink, type SimulatorView } from './simulator-link'
import { createWire, type WireEntry } from './wire-network'

type SeenOfPhone = Pick<PhoneState, 'settings' | 'bundle' | 'fillNickname' | 'app' | 'menu'>

/** Everything there is to see in the preview. */
export interface PreviewView extends SimulatorView, SeenOfPhone {
  frame: FrameView | undefined
  /** What is wrong with the app, oldest first. */
  problems: readonly Problem[]
  /** What WeChat shows around and over the pages. */
  screen: ScreenState
  question: OpenQuestion | undefined
  wire: readonly WireEntry[]
  /** What the app publishes of its session, if it is a development build; unread. */
  timeline: unknown
  /** The phone's time, in milliseconds since 1970. */
  now: number
}

/** Under this name a development build may publish a function that returns its timeline: see simulator/README.md. */
const TIMELINE = '__authTimeline'

/** What runs on a phone that was not launched yet. */
const startOf = (settings: Settings): PhoneState => ({
  settings,
  device: deviceOf(settings),
  memory: recallMemory(settings.person),
  screen: createScreen(),
  bundle: { kind: 'loading' },
  frame: undefined,
  fillNickname: undefined,
  app: 'foreground',
  menu: 'closed',
})

/**
 * Creates the preview's model: a phone with a person, WeChat behind it, and the actions of the panel. Nothing runs
 * before `relaunch`; `onChange` is called when `view()` has changed.
 */
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
  const phone = startOf(initial)

  const launch = createLaunch({
    ...{ phone, phoneFrame, questions, problems, clock, wire, simulatorUrl, onChange },
    onWritten: () => {
      keepMemory(phone.settings.person, phone.memory)
      onChange()
    },
    look: link.look,
  })

  const choose = (change: Partial<Settings>) => {
    const before = phone.settings
    const settings = { ...before, ...change }
    phone.settings = settings
    wire.setSpeed(settings.network)
    if (before.person !== settings.person) phone.memory = recallMemory(settings.person)
    if (needsRelaunch(before, settings)) {
      void launch(undefined)
      return
    }
    if (before.theme !== settings.theme) {
      phone.device.theme = settings.theme
      phone.frame?.setTheme(settings.theme)
    }
    onChange()
  }

  return {
    element: phoneFrame.element,
    view: (): PreviewView => {
      const { settings, bundle, frame, screen, fillNickname, app, menu } = phone
      const timeline = frame?.global(TIMELINE)
      const frameView = frame?.view()
      return {
        ...link.view(),
        ...{ settings, bundle, fillNickname, app, menu },
        frame: frameView,
        problems:
          bundle.kind === 'fault'
            ? [problems.inSentence(bundle.sentence)]
            : problems.of(frameView?.errors ?? []),
        screen: screen.state,
        question: questions.first(),
        wire: wire.log,
        timeline: typeof timeline === 'function' ? (timeline as () => unknown)() : undefined,
        now: clock.now(),
      }
    },
    choose,
    look: link.look,
    relaunch: () => launch(undefined),
    /** The bundle was built anew: the same page again, with the same phone. */
    reload: () => launch(phone.frame?.view().url),
    back: () => phone.frame?.back(),
    turnMenu: (to: PreviewView['menu']) => {
      phone.menu = to
      onChange()
    },
    share: () => {
      phone.menu = 'closed'
      phone.frame?.share()
      onChange()
    },
    tapTab: (index: number) => phone.frame?.tapTab(index),
    leaveOrReturn: () => {
      phone.app = phone.app === 'foreground' ? 'background' : 'foreground'
      if (phone.app === 'background') phone.frame?.hide()
      else phone.frame?.show()
      onChange()
    },
    deleteApp: () => {
      forgetMemory(phone.settings.person)
      phone.memory = recallMemory(phone.settings.person)
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

/** The preview behind the panel: what there is to see, and the actions of the panel. */
export type PreviewModel = ReturnType<typeof createPreviewModel>
