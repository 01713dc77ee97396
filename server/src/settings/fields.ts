/** The environment as Node returns it: every value is text or absent. */
export type Env = Readonly<Record<string, string | undefined>>

/** Reads one variable; reports a fault as a sentence and goes on, so that all faults are reported at once. */
export interface FieldReader {
  readonly text: (name: string, fallback: string) => string
  readonly optional: (name: string) => string | null
  readonly port: (name: string, fallback: number) => number
  readonly count: (name: string, fallback: number) => number
  /** An http(s) address as it stands. */
  readonly httpUrl: (name: string, fallback: string) => string
  /** An http(s) address that paths are added to: without query, fragment and slash at its end. */
  readonly baseUrl: (name: string, fallback: string) => string
  readonly oneOf: <T extends string>(name: string, choices: readonly T[], fallback: T) => T
  readonly fault: (sentence: string) => void
}

const isHttpUrl = (value: string) =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)

/**
 * A reader over `env` that adds one sentence to `faults` per malformed variable. An empty value counts as absent:
 * `PORT= npm run server` means the default.
 */
export const fieldReader = (env: Env, faults: string[]): FieldReader => {
  const optional = (name: string) => env[name]?.trim() || null
  const fault = (sentence: string) => void faults.push(sentence)

  return {
    optional,
    fault,
    text: (name, fallback) => optional(name) ?? fallback,
    port: (name, fallback) => {
      const value = optional(name) ?? String(fallback)
      const port = Number(value)
      if (/^\d{1,5}$/.test(value) && port <= 65535) return port
      fault(`${name} is "${value}", which is no port: set it to a number from 0 to 65535.`)
      return fallback
    },
    count: (name, fallback) => {
      const value = optional(name) ?? String(fallback)
      if (/^\d$/.test(value)) return Number(value)
      fault(`${name} is "${value}": set it to a whole number from 0 to 9.`)
      return fallback
    },
    httpUrl: (name, fallback) => {
      const value = optional(name) ?? fallback
      if (isHttpUrl(value)) return value
      fault(`${name} is not an http(s) address: set it to something like ${fallback}.`)
      return fallback
    },
    baseUrl: (name, fallback) => {
      const value = optional(name) ?? fallback
      if (isHttpUrl(value) && !/[?#]/.test(value)) return new URL(value).href.replace(/\/+$/, '')
      fault(
        isHttpUrl(value)
          ? `${name} has a query or a fragment: set it to something like ${fallback}.`
          : `${name} is not an http(s) address: set it to something like ${fallback}.`,
      )
      return fallback
    },
    oneOf: (name, choices, fallback) => {
      const value = optional(name) ?? fallback
      const choice = choices.find((candidate) => candidate === value)
      if (choice !== undefined) return choice
      fault(`${name} is "${value}": set it to one of ${choices.join(', ')}.`)
      return fallback
    },
  }
}
