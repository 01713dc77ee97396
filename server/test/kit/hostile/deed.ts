/** How the run of a deed ends, as far as the deed decides it. */
type End =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'failed'; readonly name: string }
  | { readonly kind: 'crashed'; readonly reason: string }

/** A cloud function that does one hostile thing, and how its run has to end. */
export interface Deed {
  readonly source: string
  readonly end: End
}

/** Deeds by their names, which are names of functions. */
export type Deeds = Readonly<Record<string, Deed>>

// What a function reaches that has broken out of its vm.
const ESCAPED = `const process = BaaS.useVersion.constructor('return process')()
const all = BaaS.useVersion.constructor('return globalThis')()
const load = (name) => process.getBuiltinModule(name)
const forEver = () => new Promise(() => setTimeout(() => {}, 1e9))
const codeOf = async (act) => { try { return await act() } catch (error) { return error.code || error.name } }
`

const escaped = (code: string): string => `${ESCAPED}exports.main = async ({ data }) => { ${code} }`

/** It is answered with `data`: the deed had no effect outside of the run. */
export const returns = (code: string, data: unknown): Deed => ({
  source: escaped(code),
  end: { kind: 'done', data },
})

/** It fails with an error of its own, of this name. */
export const fails = (code: string, name: string): Deed => ({
  source: escaped(code),
  end: { kind: 'failed', name },
})

/** Its run is ended for `reason`. */
export const isEnded = (code: string, reason: string): Deed => ({
  source: escaped(code),
  end: { kind: 'crashed', reason },
})
