import type { Comparison, Difference } from './compare'

const sentence = ({ rule, kind, phone, simulator }: Difference): readonly string[] => {
  const doubt = rule.doubt === undefined ? '' : ' (unproven)'
  const head = `${rule.id}${doubt}: ${rule.en} / ${rule.zh}`
  switch (kind) {
    case 'differs':
      return [head, `    this phone: ${phone}`, `    simulator:  ${simulator}`]
    case 'only on the phone':
      return [
        head,
        `    this phone: ${phone}`,
        `    the simulator could not be asked: ${simulator}`,
      ]
    case 'only on the simulator':
      return [head, `    this phone was not asked: ${phone}`, `    simulator:  ${simulator}`]
  }
}

/** A comparison in words, one line each. */
export const wordsOf = (comparison: Comparison): readonly string[] => {
  const { on, alike, borneOut, differences, unknown } = comparison
  const differing = differences.filter(({ kind }) => kind === 'differs')
  const others = differences.filter(({ kind }) => kind !== 'differs')
  return [
    `Base library ${on.library} on ${on.platform} (${on.system}, WeChat ${on.wechat}):`,
    `${alike} rules alike, ${differing.length} different, ${others.length} asked on one side only.`,
    ...differing.flatMap(sentence),
    ...(others.length === 0 ? [] : ['Asked on one side only:']),
    ...others.flatMap(sentence),
    ...(borneOut.length === 0
      ? []
      : [`Unproven rules that this phone bears out: ${borneOut.map(({ id }) => id).join(', ')}.`]),
    ...(unknown.length === 0
      ? []
      : [`Not compared, as this probe does not ask it: ${unknown.join(', ')}.`]),
  ]
}
