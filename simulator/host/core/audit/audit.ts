import type { Element } from 'glass-easel'
import type { Span } from '../../../wx/network/exchange'
import type { PerformanceEntry } from '../../../wx/phone/performance'
import { requestFindings } from './requests'
import type { SetDataTraffic } from '../view/meter'
import { childrenOf } from '../view/tree'

/** Size of a page. */
export interface WxmlSize {
  nodes: number
  depth: number
  mostChildren: number
}

/** What WeChat's Audits panel would measure of a running app (docs/wechat.md 7.4). */
export interface Audit {
  setData: Readonly<SetDataTraffic>
  /** Of the page on screen. */
  wxml: WxmlSize
  /** The rules that do not hold, whatever machine it runs on, one sentence each. */
  findings: readonly string[]
  /** The rules about time that did not hold on this machine. */
  slow: readonly string[]
  /** The rules about requests that did not hold with this backend. */
  requests: readonly string[]
}

/** Everything an audit looks at. */
export interface AuditedRun {
  setData: Readonly<SetDataTraffic>
  wxml: WxmlSize
  /** The largest page so far, measure by measure. */
  largest: WxmlSize
  /** How many errors nothing caught. */
  errors: number
  /** Names of the members of `wx` that were called. */
  called: ReadonlySet<string>
  busiest: (kind: string) => number
  exchanges: readonly Span[]
  performance: readonly PerformanceEntry[]
}

const LIMITS = { setDataBytes: 256 * 1024, nodes: 1000, depth: 30, children: 60 }

/**
 * How often WeChat lets these be called in a second: setData by Audits, the rest per user (docs/wechat.md 5.3, 7.4).
 */
const PER_SECOND: Readonly<Record<string, number>> = {
  setData: 20,
  login: 4,
  checkSession: 4,
  getSetting: 4,
  getUserInfo: 4,
  getUserProfile: 4,
}

/** Replaced since base library 2.20.1 (docs/wechat.md 7.5). */
const DEPRECATED = ['getSystemInfo', 'getSystemInfoSync', 'getSystemInfoAsync']

/** Milliseconds, by WeChat's rules on launch, script and first render. */
const DURATIONS = { appLaunch: 5000, evaluateScript: 1000, firstRender: 500, route: Infinity }
const REQUEST_MS = 1000
const LONG_REQUEST_MS = 300
const LONG_REQUESTS = 10

/** Counts the nodes of the page with this root as WeChat does. */
export const measure = (element: Element): WxmlSize => {
  const children = childrenOf(element)
  const inner = children.map(measure)
  return {
    nodes: 1 + inner.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    mostChildren: Math.max(children.length, ...inner.map(({ mostChildren }) => mostChildren)),
  }
}

/** The larger of two sizes, measure by measure. */
export const larger = (one: WxmlSize, other: WxmlSize): WxmlSize => ({
  nodes: Math.max(one.nodes, other.nodes),
  depth: Math.max(one.depth, other.depth),
  mostChildren: Math.max(one.mostChildren, other.mostChildren),
})

const mostAtOnce = (spans: readonly Span[]) =>
  Math.max(0, ...spans.map(({ from }) => spans.filter((s) => s.from <= from && from < s.to).length))

const lines = (...given: readonly (string | false | readonly string[])[]) =>
  given.flat().filter((line) => line !== false)

const findingsIn = ({ setData, largest, errors, called, busiest }: AuditedRun) =>
  lines(
    setData.largest > LIMITS.setDataBytes &&
      `One setData carried ${setData.largest} bytes; at most 256 KB are fine.`,
    largest.nodes >= LIMITS.nodes && `A page has ${largest.nodes} nodes; fewer than 1000 are fine.`,
    largest.depth >= LIMITS.depth &&
      `A page is ${largest.depth} nodes deep; fewer than 30 are fine.`,
    largest.mostChildren > LIMITS.children &&
      `One node has ${largest.mostChildren} children; at most 60 are fine.`,
    Object.entries(PER_SECOND)
      .filter(([kind, limit]) => busiest(kind) > limit)
      .map(
        ([kind, limit]) =>
          `${kind} was called ${busiest(kind)} times in a second; at most ${limit} are fine.`,
      ),
    DEPRECATED.filter((name) => called.has(name)).map((name) => `wx.${name} is deprecated.`),
    errors > 0 && `Uncaught errors: ${errors}; none are fine.`,
  )

const slowIn = ({ exchanges, performance }: AuditedRun) => {
  const slowRequests = exchanges.filter(({ from, to }) => to - from > REQUEST_MS).length
  const atOnce = mostAtOnce(exchanges.filter(({ from, to }) => to - from > LONG_REQUEST_MS))
  return lines(
    slowRequests > 0 && `Requests of more than 1 s: ${slowRequests}.`,
    atOnce > LONG_REQUESTS &&
      `Requests of more than 300 ms at once: ${atOnce}; at most 10 are fine.`,
    performance
      .filter(({ name, duration }) => duration > DURATIONS[name])
      .map(({ name, duration }) => `${name} took ${duration} ms; ${DURATIONS[name]} are fine.`),
  )
}

/** Audits a run of a mini-program. */
export const audit = (run: AuditedRun): Audit => ({
  setData: { ...run.setData },
  wxml: run.wxml,
  findings: findingsIn(run),
  slow: slowIn(run),
  requests: requestFindings(run.exchanges),
})
