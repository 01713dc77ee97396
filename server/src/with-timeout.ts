/**
 * What `task` resolves to; when that takes more than `ms` milliseconds, what `late` returns or throws. Rejects as
 * `task` does until then. What the task does goes on: nothing is cancelled.
 */
export const withTimeout = <Result, Late>(
  task: Promise<Result>,
  ms: number,
  late: () => Late,
): Promise<Result | Late> => {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  return Promise.race([task, timeout.then(late)]).finally(() => clearTimeout(timer))
}
