/**
 * When the app may ask for the WeChat profile by itself, since WeChat shows a popup at every call (docs/wechat.md 1.6).
 * The button on the profile page is the person's own wish and asks always.
 */
export type ProfilePolicy = typeof __FEATURES__.profileOffer

const DAY_MS = 86_400_000

/**
 * Whether the popup may appear now.
 * @param lastAnswerMs when the person last answered it, yes or no, in milliseconds since 1970; undefined: never asked
 */
export const mayAsk = (
  policy: ProfilePolicy,
  lastAnswerMs: number | undefined,
  nowMs: number,
): boolean => {
  if (policy === 'never') return false
  if (lastAnswerMs === undefined) return true
  if (policy === 'first') return false
  // A phone whose clock went back would otherwise not ask for years.
  return lastAnswerMs > nowMs || nowMs - lastAnswerMs >= policy.everyDays * DAY_MS
}
