import { ApiError } from '../../errors'

/** How much a condition compares each user with. */
interface ConditionSize {
  readonly comparisons: number
  /** Those of nicknames. */
  readonly ofNicknames: number
  /** Those that look for a part of a nickname. */
  readonly ofParts: number
  /** The values in its lists. */
  readonly listed: number
}

// A search reads some ten thousand users, of the embedded database in the server's own thread: an `$icontains` of each
// costs 7 ms, a range of nicknames 0.6 ms, and anything about an id less. At most half of a tenth of a second.
const MOST: ConditionSize = { comparisons: 100, ofNicknames: 20, ofParts: 4, listed: 200 }

const NONE: ConditionSize = { comparisons: 0, ofNicknames: 0, ofParts: 0, listed: 0 }
const PARTS: ReadonlySet<string> = new Set(['$contains', '$icontains'])

const sum = (sizes: readonly ConditionSize[]): ConditionSize =>
  sizes.reduce(
    (a, b) => ({
      comparisons: a.comparisons + b.comparisons,
      ofNicknames: a.ofNicknames + b.ofNicknames,
      ofParts: a.ofParts + b.ofParts,
      listed: a.listed + b.listed,
    }),
    NONE,
  )

const sizeOfComparison = (name: string, operator: string, value: unknown): ConditionSize => ({
  comparisons: 1,
  ofNicknames: name === 'nickname' ? 1 : 0,
  ofParts: PARTS.has(operator) ? 1 : 0,
  listed: Array.isArray(value) ? value.length : 0,
})

const membersOf = (node: unknown): [string, unknown][] =>
  typeof node === 'object' && node !== null ? Object.entries(node) : [['$eq', node]]

const sizeOf = (node: unknown): ConditionSize =>
  sum(
    membersOf(node).map(([name, value]) =>
      (name === '$and' || name === '$or') && Array.isArray(value)
        ? sum(value.map(sizeOf))
        : sum(membersOf(value).map(([operator, each]) => sizeOfComparison(name, operator, each))),
    ),
  )

/** Whether a condition, as it was sent, looks for parts of nicknames, which costs ten times any other comparison. */
export const asksForParts = (tree: unknown): boolean => sizeOf(tree).ofParts > 0

/** Throws 400 for a condition, as it was sent, that compares each user with too much, however it is nested. */
export const assertSmall = (tree: unknown): void => {
  const { comparisons, ofNicknames, ofParts, listed } = sizeOf(tree)
  if (
    comparisons <= MOST.comparisons &&
    ofNicknames <= MOST.ofNicknames &&
    ofParts <= MOST.ofParts &&
    listed <= MOST.listed
  ) {
    return
  }
  throw new ApiError(
    'query_invalid',
    `where has too many comparisons: at most ${MOST.comparisons}, ${MOST.ofNicknames} of them of nicknames, ${MOST.ofParts} of these $contains or $icontains, and ${MOST.listed} values in its lists together.`,
  )
}
