/** How long the files of a project are, in lines. */
export interface Sizes {
  median: number
  /** Nine of ten files are no longer than this. */
  p90: number
  longest: number
}

/** The figures of a list of lengths. Throws for an empty one. */
export const sizesOf = (lengths: readonly number[]): Sizes => {
  const sorted = [...lengths].sort((one, other) => one - other)
  const at = (share: number) => {
    const length = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
    if (length === undefined) throw new Error('There are no files to measure.')
    return length
  }
  return { median: at(0.5), p90: at(0.9), longest: at(1) }
}
