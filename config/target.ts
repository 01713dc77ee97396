/** What src/platform has an implementation for, `index.<target>.ts`. */
const TARGETS = ['weapp', 'h5'] as const

export type Target = (typeof TARGETS)[number]

/**
 * Reads the target of a build.
 * @param name Taro's name for it; undefined outside of a build, for example in `taro doctor`
 * @returns the target, or a sentence that says what is missing
 */
export const targetOf = (name: string | undefined): { target: Target } | { fault: string } => {
  const target = TARGETS.find((each) => each === (name ?? 'weapp'))
  return target === undefined
    ? {
        fault: `the app has no platform for "${name}": it needs src/platform/index.${name}.ts, and the name in config/target.ts. There are ${TARGETS.join(' and ')}.`,
      }
    : { target }
}
