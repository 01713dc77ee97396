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

/** What a drawing context is set to until the app sets it (HTML, CanvasRenderingContext2D). */
const SETTINGS: Readonly<Record<string, unknown>> = {
  fillStyle: '#000000',
  strokeStyle: '#000000',
  lineWidth: 1,
  lineCap: 'butt',
  lineJoin: 'miter',
  lineDashOffset: 0,
  miterLimit: 10,
  font: '10px sans-serif',
  textAlign: 'start',
  textBaseline: 'alphabetic',
  direction: 'ltr',
  globalAlpha: 1,
  globalCompositeOperation: 'source-over',
  shadowBlur: 0,
  shadowColor: 'rgba(0, 0, 0, 0)',
  shadowOffsetX: 0,
  shadowOffsetY: 0,
  imageSmoothingEnabled: true,
  filter: 'none',
}

/**
 * A drawing context that draws nothing and counts its calls: every name is a method unless it is a setting.
 * `canvas` returns the canvas that it belongs to.
 */
export const createNoDrawing = (
  drawings: Drawings,
  canvas: () => object | undefined = () => undefined,
): object =>
  new Proxy<Record<string, unknown>>(
    { ...SETTINGS },
    {
      get: (state, name) => {
        if (typeof name !== 'string' || name === 'then') return undefined
        if (name === 'canvas') return canvas()
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
