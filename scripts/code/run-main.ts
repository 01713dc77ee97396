/** Goes on where what reads the output has ended, as `head` does: Node would throw at the next line. */
export const outliveReader = (): void =>
  void process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

/**
 * Runs a command of the command line. A failure is printed on stderr, by its message or with its stack, and ends the
 * process with exit code 1.
 */
export const runMain = (
  main: () => Promise<void>,
  prints: 'message' | 'stack' = 'message',
): void => {
  outliveReader()
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error[prints] : String(error)}\n`)
    process.exitCode = 1
  })
}
