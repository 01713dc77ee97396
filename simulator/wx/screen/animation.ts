import type { WxPorts } from '../ports'

/** The methods of an animation that change something (typings Animation). */
const CHANGES: readonly string[] = [
  ...['backgroundColor', 'bottom', 'height', 'left', 'matrix', 'matrix3d', 'opacity', 'right'],
  ...[
    'rotate',
    'rotate3d',
    'rotateX',
    'rotateY',
    'rotateZ',
    'scale',
    'scale3d',
    'scaleX',
    'scaleY',
  ],
  ...['scaleZ', 'skew', 'skewX', 'skewY', 'top', 'translate', 'translate3d', 'translateX'],
  ...['translateY', 'translateZ', 'width'],
]

/** The component receives these as a style, with the property in front of the value. */
const STYLES: readonly string[] = [
  ...['backgroundColor', 'bottom', 'height', 'left', 'opacity', 'right', 'top', 'width'],
]

interface Change {
  type: string
  args: readonly unknown[]
}

/** Options of an animation and of one of its steps (typings createAnimation, step). */
export interface AnimationOption {
  duration?: number
  timingFunction?: string
  delay?: number
  transformOrigin?: string
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const sized = (value: unknown) => (typeof value === 'number' ? `${value}px` : value)

const changeOf = (name: string, args: readonly unknown[]): Change => {
  if (!STYLES.includes(name)) return { type: name, args }
  const plain = name === 'opacity' || name === 'backgroundColor'
  return { type: 'style', args: [dashed(name), plain ? args[0] : sized(args[0])] }
}

const optionOf = (given: Partial<AnimationOption>) => ({
  transformOrigin: given.transformOrigin ?? '50% 50% 0',
  transition: {
    duration: given.duration ?? 400,
    timingFunction: given.timingFunction ?? 'linear',
    delay: given.delay ?? 0,
  },
})

/** `wx.createAnimation` (typings createAnimation): a queue of steps that `export` hands to a component, and empties. */
export const createAnimations = ({ adopt }: WxPorts) => ({
  createAnimation: (defaults: AnimationOption = {}): object => {
    let actions: object[] = []
    let changes: Change[] = []
    const animation: Record<string, unknown> = {
      step: (option: AnimationOption = {}) => {
        actions.push({ animates: changes, option: optionOf({ ...defaults, ...option }) })
        changes = []
        return animation
      },
      export: () => {
        const exported = adopt({ actions })
        actions = []
        return exported
      },
    }
    for (const name of CHANGES) {
      animation[name] = (...args: unknown[]) => {
        changes.push(changeOf(name, args))
        return animation
      }
    }
    return animation
  },
})
