interface Minimizer {
  tap: (change: (options: [MinifierOptions]) => [MinifierOptions]) => unknown
}

interface MinifierOptions {
  terserOptions?: { compress?: Record<string, unknown> }
}

/** The part of webpack-chain that this lever uses. */
export interface ChainWithMinimizer {
  optimization: {
    minimizers: { has: (name: string) => boolean }
    minimizer: (name: string) => Minimizer
  }
}

/** Terser's own defaults, where Taro switches many of its optimizations off for old engines. */
export const useTersersDefaults = (chain: ChainWithMinimizer): void => {
  if (!chain.optimization.minimizers.has('terserPlugin')) return
  chain.optimization.minimizer('terserPlugin').tap(([options]) => {
    const { compress, ...rest } = options.terserOptions ?? {}
    const switchedOn = Object.entries(compress ?? {}).filter(([, value]) => value !== false)
    return [{ ...options, terserOptions: { ...rest, compress: Object.fromEntries(switchedOn) } }]
  })
}
