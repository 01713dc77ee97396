/** Remembers for each path what `make` returned, as long as the content stays the same. */
export const perContent = <Made>(
  make: (path: string, source: string) => Made,
): ((path: string, source: string) => Made) => {
  const known = new Map<string, { source: string; made: Made }>()
  return (path, source) => {
    const before = known.get(path)
    if (before?.source === source) return before.made
    const made = make(path, source)
    known.set(path, { source, made })
    return made
  }
}
