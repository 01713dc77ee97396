/** The place of a request about the member among all of them: it rises from one to the next. */
export type RequestOrder = number

/** Which of several answers about the member is the newest: by when each was asked for, not by when it came. */
export const createRequestOrder = () => {
  let lastBegun: RequestOrder = 0
  let lastTaken: RequestOrder = 0
  return {
    /** The place of a request that is sent now. */
    begin: (): RequestOrder => ++lastBegun,
    /**
     * Whether the answer to the request of this place is as new as what is known, which it is from here on; without a
     * place it is newer than all before.
     */
    take(order: RequestOrder = ++lastBegun): boolean {
      if (order < lastTaken) return false
      lastTaken = order
      return true
    },
  }
}
