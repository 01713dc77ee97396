import type { UncaughtError } from './logic/activity'
import type { Clock } from '../../wx/phone/clock'
import type { WxCall } from '../../wx/call-log'
import type { Audit } from './audit/audit'
import type { Keystroke } from './controls/keyboard'
import type { ConsoleLine } from './logic/globals'
import type { Leaf } from './view/leaves'
import type { Waiting } from './logic/waiting'

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
