/** How often a mini-program drew. */
export interface Drawings {
  /** Calls of drawing methods so far. */
  count: number
}

/** What a drawing method returns where code goes on with it. */
const RETURNS: Readonly<Record<string, () => unknown>> = {
  measureText: () => ({ width: 0 }),
  createLinearGradient: () => ({ addColorStop: () => undefined }),
  createRadialGradient: () => ({ addColorStop: () => undefined }),
  createCircularGradient: () => ({ addColorStop: () => undefined }),
  createPattern: () => ({}),
  getImageData: () => ({ width: 0, height: 0, data: [] }),
  getLineDash: () => [],
}

/** A drawing context that draws nothing and counts its calls: every name is a method unless it was set. */
export const createNoDrawing = (drawings: Drawings): object =>
  new Proxy<Record<string, unknown>>(
    {},
    {
      get: (state, name) => {
        if (typeof name !== 'string' || name === 'then') return undefined
        if (name in state) return state[name]
        return (...given: unknown[]) => {
          drawings.count += 1
          // `draw(reserve, callback)` of the older canvas says when it has drawn.
          const last = given.at(-1)
          if (name === 'draw' && typeof last === 'function') last()
          return RETURNS[name]?.()
        }
      },
    },
  )
