/**
 * Lets calls that share a key run one after the other, in the order they came; all others pass. So calls that touch
 * the same row never meet in one statement, where SQL would touch it once only.
 */
export const inTurn = <Input, Output>(
  keysOf: (input: Input) => readonly string[],
  run: (input: Input) => Promise<Output>,
): ((input: Input) => Promise<Output>) => {
  const last = new Map<string, Promise<void>>()

  return (input) => {
    const keys = keysOf(input)
    const earlier = keys.flatMap((key) => last.get(key) ?? [])
    const turn = earlier.length === 0 ? run(input) : Promise.all(earlier).then(() => run(input))
    const leave = () => {
      for (const key of keys) if (last.get(key) === over) last.delete(key)
    }
    const over = turn.then(leave, leave)
    for (const key of keys) last.set(key, over)
    return turn
  }
}
