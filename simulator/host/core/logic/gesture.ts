/** Whether code runs inside a tap: what getUserProfile and its kind ask (docs/wechat.md 1.2). */
export interface Gesture {
  active: () => boolean
  /** Runs a handler as part of a tap. The gesture is over when it returns, before any promise it started. */
  during: <T>(handler: () => T) => T
  /** Returns a task that is part of the tap that runs now, whenever it is called; what it postpones itself is not. */
  postponed: (task: () => void) => () => void
}

/** Creates the gesture of one phone. */
export const createGesture = (): Gesture => {
  let depth = 0
  let postponedDepth = 0
  const postponed = (task: () => void) => () => {
    postponedDepth += 1
    try {
      task()
    } finally {
      postponedDepth -= 1
    }
  }
  return {
    active: () => depth + postponedDepth > 0,
    during: (handler) => {
      depth += 1
      try {
        return handler()
      } finally {
        depth -= 1
      }
    },
    postponed: (task) => (depth > 0 ? postponed(task) : task),
  }
}
