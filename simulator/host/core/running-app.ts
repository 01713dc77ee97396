import type { Element } from 'glass-easel'
import type { UncaughtError } from './logic/activity'
import type { Clock } from '../../wx/phone/clock'
import type { WxCall } from '../../wx/call-log'
import type { Pace } from '../../wx/pace'
import type { Wechat } from '../../wx/wechat'
import { audit, larger, measure, type Audit } from './audit/audit'
import { flag, type Controls } from './controls/controls'
import type { Keystroke } from './controls/keyboard'
import type { Interactions } from './controls/interactions'
import type { ConsoleLine } from './logic/globals'
import type { MiniProgram } from './app/mini-program'
import { isHidden, shownText } from './view/hidden'
import { leafElement, leavesOf, type Leaf } from './view/leaves'
import { drawn, findById, isOnScreen } from './view/tree'
import { createWaiting, pass, type Waiting } from './logic/waiting'

/** A launched mini-program, as a person at the phone (or a test) sees it. Ids are the `id` of the WXML. */
export interface RunningApp extends Waiting {
  /** Taps and waits until everything it set in motion has settled. */
  tap: (target: string | Leaf) => Promise<void>
  /** The elements on screen that hold no others: what a finger can come down on, for a test that tries everything. */
  leaves: () => readonly Leaf[]
  /** Puts a new value into an input or textarea at once, and waits. */
  input: (id: string, value: string) => Promise<void>
  /**
   * Types into an input or textarea key by key, behind what it holds, with `ms` milliseconds on the phone's clock
   * between two keys (100 when left out), and waits. A text is one key per character; the cursor enters before and
   * leaves after.
   */
  type: (
    id: string,
    keys: string | readonly Keystroke[],
    options?: { ms?: number },
  ) => Promise<void>
  /** Picks a value in a picker, without its sheet, or a slider, and waits. */
  pick: (id: string, value: unknown) => Promise<void>
  /** Turns a swiper to an item, counted from 0, and waits. */
  swipe: (id: string, current: number) => Promise<void>
  /** Turns the wheels of a picker-view to items, each counted from 0, and waits. */
  turn: (id: string, to: readonly number[]) => Promise<void>
  /** Presses the keyboard's confirm key in an input or textarea, and waits. */
  confirm: (id: string) => Promise<void>
  /** Scrolls a scroll-view to one of its ends, and waits. */
  scroll: (id: string, end: 'top' | 'bottom') => Promise<void>
  /** Pulls the page down: calls its `onPullDownRefresh`, and waits. */
  pullDown: () => Promise<void>
  /** Scrolls the page to its end: calls its `onReachBottom`, and waits. */
  reachBottom: () => Promise<void>
  /** Taps an item of the tab bar: by its place from the left, counted from 0, or by the path of its page. */
  tapTab: (tab: number | string) => Promise<void>
  /** What the page returns to share, as its `onShareAppMessage` answers the menu. */
  share: () => unknown
  /** The text on screen inside the element; of the whole page without an id. What is `hidden` is not on screen. */
  text: (id?: string) => string
  /** Whether the page on screen has an element of this id. */
  has: (id: string) => boolean
  /** What a control holds: typed text, picked value, on or off. */
  value: (id: string) => unknown
  /** An attribute as the template set it. */
  attribute: (id: string, name: string) => unknown
  /** Route of the page on screen. */
  page: () => string
  /** Routes of the pages on the stack, bottom first. */
  stack: () => readonly string[]
  /** Presses WeChat's own back button, and waits. Rejects on the first page. */
  back: () => Promise<void>
  /** Leaves the mini-program, which runs on in the background, and waits. */
  hide: () => Promise<void>
  /** Returns to the mini-program, and waits. */
  show: () => Promise<void>
  /** Everything the bundle did not catch; a good run leaves it empty. */
  readonly errors: readonly UncaughtError[]
  /** What the bundle wrote to the console, oldest first. */
  readonly console: readonly ConsoleLine[]
  /** Every call of the bundle to `wx`, in order. */
  readonly calls: readonly WxCall[]
  /** Traffic, size and pace of the whole run so far, by WeChat's Audits rules. */
  audit: () => Audit
  /** The phone's clock, the one it was launched with. */
  readonly clock: Clock
  /** Ends the app: cancels its timers and requests, and frees what it holds. */
  close: () => void
}

/** What a running app is made of. `release` frees what its shell holds. */
interface RunningParts {
  program: MiniProgram
  clock: Clock
  pace: Pace
  wechat: Pick<Wechat, 'spans' | 'measured' | 'hangUp'>
  interactions: Interactions
  controls: Controls
  calls: readonly WxCall[]
  release: () => void
}

/** How long a person takes from one key to the next, in milliseconds: a fast one, ours. */
const KEY_MS = 100

const NO_PAGE = { nodes: 0, depth: 0, mostChildren: 0 }

/** Puts the handle around a mini-program. */
export const createRunningApp = (parts: RunningParts): RunningApp => {
  const { program, clock, pace, wechat, interactions, controls, calls, release } = parts
  let largest = NO_PAGE
  const current = () => {
    const page = program.router.current()
    if (page === undefined) throw new Error('No page is open.')
    return page
  }
  const ids = () =>
    current()
      .roots.flatMap((root) => [...drawn(root)])
      .map(({ id }) => id)
      .filter((id) => id !== '')
  const describe = () => {
    const errors = program.activity.errors.map(({ where, error }) => `${where}: ${String(error)}`)
    const page = program.router.current()
    const screen = page === undefined ? 'no page' : `${page.path}: "${shownText(page.container)}"`
    return `On screen is ${screen}; uncaught errors: ${errors.join('; ') || 'none'}.`
  }
  const find = (id: string): Element => {
    const [element] = current().roots.flatMap((root) => findById(root, id) ?? [])
    if (element !== undefined) return element
    throw new Error(`There is no #${id} on ${current().path}; there are: ${ids().join(', ')}.`)
  }
  const waiting = createWaiting(program.activity, clock, describe)
  const sizeNow = () => {
    const page = program.router.current()
    return page === undefined ? NO_PAGE : measure(page.component)
  }
  const afterwards = async (act: () => void) => {
    pace.personActed()
    act()
    await waiting.settled()
    largest = larger(largest, sizeNow())
  }

  return {
    ...waiting,
    tap: (target) =>
      afterwards(() => {
        const element = typeof target === 'string' ? find(target) : leafElement(target)
        if (isOnScreen(element) && !isHidden(element)) interactions.tap(element)
      }),
    leaves: () => current().roots.flatMap(leavesOf),
    input: (id, value) => afterwards(() => interactions.fill(find(id), value)),
    type: async (id, keys, { ms = KEY_MS } = {}) => {
      const element = find(id)
      if (flag(element, 'disabled')) return
      const { keyboard } = interactions
      pace.personActed()
      keyboard.focus(element)
      for (const press of keyboard.presses(element, keys)) {
        press()
        await pass(clock, ms)
      }
      await afterwards(() => keyboard.blur(element))
    },
    pick: (id, value) => afterwards(() => interactions.pick(find(id), value)),
    swipe: (id, current) => afterwards(() => interactions.swipe(find(id), current, 'touch')),
    turn: (id, to) => afterwards(() => interactions.turn(find(id), to)),
    confirm: (id) => afterwards(() => interactions.confirm(find(id))),
    scroll: (id, end) => afterwards(() => interactions.scroll(find(id), end)),
    pullDown: () => afterwards(() => void current().call('onPullDownRefresh')),
    reachBottom: () => afterwards(() => void current().call('onReachBottom')),
    tapTab: (tab) => afterwards(() => program.tapTab(tab)),
    share: () => current().call('onShareAppMessage', { from: 'menu' }),
    text: (id) => {
      if (id === undefined) return shownText(current().container)
      return shownText(find(id).getBackendElement() as unknown as HTMLElement | null)
    },
    has: (id) => current().roots.some((root) => findById(root, id) !== undefined),
    value: (id) => controls.read(find(id)),
    attribute: (id, name) => find(id).getAttribute(name) as unknown,
    page: () => current().path,
    stack: () => program.router.stack.map(({ path }) => path),
    back: () => afterwards(() => program.router.back(1)),
    hide: () => afterwards(program.hide),
    show: () => afterwards(program.show),
    errors: program.activity.errors,
    console: program.console,
    calls,
    clock,
    audit: () => {
      const wxml = sizeNow()
      return audit({
        setData: program.traffic,
        wxml,
        largest: larger(largest, wxml),
        errors: program.activity.errors.length,
        called: new Set(calls.map(({ name }) => name)),
        busiest: pace.busiest,
        exchanges: wechat.spans,
        performance: wechat.measured,
      })
    },
    close: () => {
      program.close()
      wechat.hangUp()
      release()
    },
  }
}
