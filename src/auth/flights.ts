/**
 * Shares running requests: callers with the same intent get the same promise, others their own.
 * @returns a function that joins the flight of this intent, or starts it
 */
export const createFlights = <T>() => {
  const flying = new Map<string, Promise<T>>()

  return (intent: string, start: () => Promise<T>): Promise<T> => {
    const joined = flying.get(intent)
    if (joined !== undefined) return joined
    const flight = start().finally(() => flying.delete(intent))
    flying.set(intent, flight)
    return flight
  }
}
