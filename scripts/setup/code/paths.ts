import { posix } from 'node:path'

/** The path of a file as an import of another writes it. */
export const relativeTo = (from: string, target: string): string => {
  const path = posix.relative(posix.dirname(from), target)
  return path.startsWith('.') ? path : `./${path}`
}
