/** WeChat sends at most ten requests, uploads and downloads at a time; the rest wait (docs/wechat.md 7.2). */
const LIMIT = 10

/** The limit that request, uploadFile and downloadFile share. */
export interface InFlight {
  /** Runs the task when there is room. The room is returned when the task settles. */
  enter: <T>(task: () => Promise<T>) => Promise<T>
}

/** Creates the limit of one mini-program. */
export const createInFlight = (): InFlight => {
  const waiting: (() => void)[] = []
  let running = 0

  const turn = () =>
    new Promise<void>((resolve) => {
      if (running === LIMIT) {
        waiting.push(resolve)
        return
      }
      running += 1
      resolve()
    })

  const leave = () => {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return {
    enter: async (task) => {
      await turn()
      return task().finally(leave)
    },
  }
}
