import type { Element } from 'glass-easel'
import type { Clock } from '../../wx/phone/clock'
import type { WxCall } from '../../wx/call-log'
import type { Pace } from '../../wx/pace'
import type { Wechat } from '../../wx/wechat'
import { audit, larger, measure } from './audit/audit'
import { flag, type Controls } from './controls/controls'
import type { Interactions } from './controls/interactions'
import type { MiniProgram } from './app/mini-program'
import type { RunningApp } from './running-app'
import { isHidden, shownText } from './view/hidden'
import { leafElement, leavesOf } from './view/leaves'
import { drawn, findById, isOnScreen } from './view/tree'
import { createWaiting, pass } from './logic/waiting'

/** What a running app is made of. */
interface RunningParts {
  program: MiniProgram
  clock: Clock
  pace: Pace
  wechat: Pick<Wechat, 'spans' | 'measured' | 'hangUp'>
  interactions: Interactions
  controls: Controls
  calls: readonly WxCall[]
  /** Frees what the shell holds. */
  release: () => void
}

/** How long a person takes from one key to the next, in milliseconds: a fast one, ours. */
const KEY_MS = 100

const NO_PAGE = { nodes: 0, depth: 0, mostChildren: 0 }

/** Creates the handle of a mini-program that runs. */
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
      await afterwards(() => keyboard.leave(element))
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
