import { logCalls, type WxCall } from '../../wx/call-log'
import { createWechat, type Wechat } from '../../wx/wechat'
import { createPace } from '../../wx/pace'
import type { PhonePorts } from '../../wx/ports'
import { createControls, type Controls } from './controls/controls'
import { followTemplates } from './controls/cursor'
import { createDispatch } from './view/events'
import { createEventQueue } from './logic/event-queue'
import { createGesture } from './logic/gesture'
import { createInteractions, type Interactions } from './controls/interactions'
import type { Keyboard } from './controls/keyboard'
import { createMiniProgram, type MiniProgram } from './app/mini-program'
import { createFollowLink } from './controls/navigator'
import { createOpenPicker } from './controls/picker/open-picker'
import type { Entry, Shell } from './ports'
import { createRunningApp } from './create-running-app'
import type { RunningApp } from './running-app'

/** A phone with a mini-program in it, not launched yet. */
export interface Phone {
  app: RunningApp
  launch: () => void
  /** The running mini-program, for a host that draws the phone. */
  program: MiniProgram
  /** The WeChat around the mini-program. */
  wechat: Wechat
  interactions: Interactions
  controls: Controls
}

/**
 * Puts a bundle into a phone: WeChat around it, and what a person can do to it. `overrides` replaces members of
 * `wx`, or with undefined takes them away; `release` frees what the shell holds when the app is closed.
 */
export const createPhone = (
  shell: Shell,
  ports: PhonePorts,
  entry: Entry,
  overrides: Readonly<Record<string, unknown>>,
  release: () => void,
): Phone => {
  const gesture = createGesture()
  const controls = createControls(shell.framework)
  const dispatch = createDispatch(shell.framework, shell.realm)
  const wechats: Wechat[] = []
  const keyboards: Keyboard[] = []
  const calls: WxCall[] = []

  const { clock, device, registration } = ports
  const pace = createPace(clock.now)

  const program = createMiniProgram(
    shell,
    { clock, device, registration, entry, gesture, pace },
    (host) => {
      const hideKeyboard = () => keyboards.forEach(({ close }) => close())
      const wechat = createWechat({ ...ports, ...host, hideKeyboard })
      wechats.push(wechat)
      const members = Object.entries({ ...wechat.wx, ...overrides })
      const wx = Object.fromEntries(members.filter(([, member]) => member !== undefined))
      return { ...wechat, wx: logCalls(wx, calls, clock.now, gesture.active, pace) }
    },
  )
  const [wechat] = wechats
  if (wechat === undefined) throw new Error('The mini-program was not connected to WeChat.')

  const openPicker = createOpenPicker(ports, program.activity, controls, dispatch)
  const followLink = createFollowLink(program.router, program.activity, {
    ...{ gesture, dispatch, wx: wechat.wx },
  })
  const deliver = createEventQueue(device.speed, clock, program.activity)
  const parts = {
    dispatch,
    controls,
    gesture,
    deliver,
    openPicker,
    followLink,
    screen: ports.screen,
    hasCursor: shell.hasCursor,
  }
  const interactions = createInteractions({ ...wechat, ...parts })
  keyboards.push(interactions.keyboard)
  if (!shell.hasCursor) followTemplates(shell.framework, interactions.keyboard, program.activity)
  return {
    app: createRunningApp({ program, clock, pace, wechat, interactions, controls, calls, release }),
    launch: program.launch,
    program,
    wechat,
    interactions,
    controls,
  }
}
