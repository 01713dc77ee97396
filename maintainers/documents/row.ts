import type { DocumentWorld, OnePhone } from './world'

/** Who is asked whether a row holds. */
export type Judge =
  /** The genuine minapp-sdk against our server. */
  | 'sdk'
  /** Our shells for code written for others, against our server. */
  | 'compat'
  /** The sample as printed, cut from the document at run time, as a native page in the host. */
  | 'sample'
  /** WeChat's own call, in the host. */
  | 'wechat'

/** What became of a row before anything runs: a check, a decision of ours, or a reason why nothing can run here. */
type Verdict =
  | { readonly kind: 'check'; readonly check: (world: DocumentWorld) => Promise<unknown> }
  /** We do otherwise on purpose: the section of docs/protocol.md that says why. */
  | { readonly kind: 'decided'; readonly section: string }
  | { readonly kind: 'impossible'; readonly why: string }

/** One statement, parameter, default, version rule, field, code or sample of a document. */
export interface Row {
  /** Document and line: `004:32`. */
  readonly at: string
  /** Its subject, as an identifier or in a few words of ours. */
  readonly what: string
  readonly judge: Judge | 'none'
  readonly verdict: Verdict
}

const row = (at: string, what: string, judge: Judge, check: Verdict): Row => ({
  at,
  what,
  judge,
  verdict: check,
})

/** A row that the genuine SDK and our shell have to pass alike; each on phones of its own. */
export const both = (
  at: string,
  what: string,
  check: (on: OnePhone) => Promise<unknown>,
): readonly Row[] =>
  (['sdk', 'compat'] as const).map((judge) =>
    row(at, what, judge, { kind: 'check', check: (world) => check(world.phoneOf(judge)) }),
  )

/** A row of one judge. */
export const by = (
  judge: Judge,
  at: string,
  what: string,
  check: (world: DocumentWorld) => Promise<unknown>,
): readonly Row[] => [row(at, what, judge, { kind: 'check', check })]

/** A row where we do otherwise on purpose. */
export const decided = (at: string, what: string, section: string): readonly Row[] => [
  { at, what, judge: 'none', verdict: { kind: 'decided', section } },
]

/** A row where one judge does otherwise than its document, and the section of docs/protocol.md that says so. */
export const decidedOf = (
  judge: Judge,
  at: string,
  what: string,
  section: string,
): readonly Row[] => [{ at, what, judge, verdict: { kind: 'decided', section } }]

/** A row that nothing in this repository can show, and why. */
export const impossible = (at: string, what: string, why: string): readonly Row[] => [
  { at, what, judge: 'none', verdict: { kind: 'impossible', why } },
]
