const CHEAP = new URL('./cheap-argon2.mjs', import.meta.url).href

/** A loader hook: anyone who asks for argon2 gets the cheap one, which asks for the real one. */
export const resolve = (specifier, context, next) =>
  specifier === '@node-rs/argon2' && context.parentURL !== CHEAP
    ? { url: CHEAP, shortCircuit: true }
    : next(specifier, context)
