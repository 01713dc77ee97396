/** Whether the code that runs now runs inside a tap: what getUserProfile and its kind ask (docs/wechat.md 1.2). */
export interface Gesture {
  active: () => boolean
  /** Runs a handler as part of a tap. The gesture is over when it returns, before any promise it started. */
  during: <T>(handler: () => T) => T
}

/** Creates the gesture of one phone. */
export const createGesture = (): Gesture => {
  let depth = 0
  return {
    active: () => depth > 0,
    during: (handler) => {
      depth += 1
      try {
        return handler()
      } finally {
        depth -= 1
      }
    },
  }
}
