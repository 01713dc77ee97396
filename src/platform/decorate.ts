/** For calls that only decorate: done where the phone can do it, and without a word where it cannot. */
export const decorate = (call: () => unknown): void => {
  try {
    void Promise.resolve(call()).catch(() => undefined)
  } catch {
    // Nothing depends on it.
  }
}
