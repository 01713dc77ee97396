import type { Element } from 'glass-easel'

/** Runs `act` and returns the elements an event came to: a `catch` below keeps it from them (guide "WXML events"). */
export const reachedBy = (name: string, elements: readonly Element[], act: () => void) => {
  const reached = new Set<Element>()
  const listening = elements.map((element) => {
    const note = () => void reached.add(element)
    element.addListener(name, note)
    return () => element.removeListener(name, note)
  })
  act()
  for (const stop of listening) stop()
  return elements.filter((element) => reached.has(element))
}
