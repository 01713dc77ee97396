import type { Element } from 'glass-easel'
import type { SetDataTraffic } from './meter'
import { childrenOf } from './tree'

/** What WeChat's Audits panel would measure of a running app (WeChat rules 1.7, Audits). */
export interface Audit {
  setData: Readonly<SetDataTraffic>
  /** Of the page on screen. */
  wxml: { nodes: number; depth: number; mostChildren: number }
  /** The rules that do not hold, one sentence each. */
  findings: readonly string[]
}

const LIMITS = { setDataBytes: 256 * 1024, nodes: 1000, depth: 30, children: 60 }

const measure = (element: Element): Audit['wxml'] => {
  const children = childrenOf(element)
  const inner = children.map(measure)
  return {
    nodes: 1 + inner.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...inner.map(({ depth }) => depth)),
    mostChildren: Math.max(children.length, ...inner.map(({ mostChildren }) => mostChildren)),
  }
}

/** Audits the page with this root. */
export const audit = (page: Element, setData: SetDataTraffic): Audit => {
  const wxml = measure(page)
  const findings = [
    setData.largest > LIMITS.setDataBytes &&
      `One setData carried ${setData.largest} bytes; at most 256 KB are fine.`,
    wxml.nodes >= LIMITS.nodes && `The page has ${wxml.nodes} nodes; fewer than 1000 are fine.`,
    wxml.depth >= LIMITS.depth && `The page is ${wxml.depth} nodes deep; fewer than 30 are fine.`,
    wxml.mostChildren > LIMITS.children &&
      `One node has ${wxml.mostChildren} children; at most 60 are fine.`,
  ]
  return {
    setData: { ...setData },
    wxml,
    findings: findings.filter((finding) => finding !== false),
  }
}
