/**
 * What runs a statement, built once per context and used many times. Building a statement with Drizzle costs about as
 * much as running it, and PostgreSQL plans a named one once per connection; only the few statements that every launch
 * of every device runs are worth it.
 */
export const oncePerContext = <Context extends object, T>(
  build: (context: Context) => T,
): ((context: Context) => T) => {
  const built = new WeakMap<Context, T>()
  return (context) => {
    const known = built.get(context)
    if (known !== undefined) return known
    const made = build(context)
    built.set(context, made)
    return made
  }
}
