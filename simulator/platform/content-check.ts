import type { Suggest } from './faults'

/** The verdict of content review, in the shape that text and media checks share. Label 100 is harmless. */
export interface Review {
  result: { suggest: Suggest; label: number }
  detail: readonly {
    strategy: 'content_model'
    errcode: 0
    suggest: Suggest
    label: number
    prob: number
  }[]
}

/** The two texts WeChat itself publishes for trying a refusal. */
const SAMPLES = ['特3456书yuuo莞6543李zxcz蒜7782法fgnv级', '完2347全dfji试3726测asad感3847知qwez到']

const HARMLESS = 100
const UNLAWFUL = 20006

/** A review that comes to `suggest`. WeChat reference, msgSecCheck 2.0: result and detail. */
export const reviewOf = (suggest: Suggest): Review => {
  const label = suggest === 'pass' ? HARMLESS : UNLAWFUL
  return {
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
  }
}

/** The verdict on a text: WeChat's own samples are risky, everything else passes. */
export const suggestFor = (text: string): Suggest =>
  SAMPLES.some((sample) => text.includes(sample)) ? 'risky' : 'pass'
