/** Runs `step` on a text until it changes nothing more. */
export const untilStable = (text: string, step: (text: string) => string): string => {
  const next = step(text)
  return next === text ? text : untilStable(next, step)
}
