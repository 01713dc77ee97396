import { isIP } from 'node:net'

/** The environment as Node returns it: every value is text or absent. */
export type Env = Readonly<Record<string, string | undefined>>

/** Reads one variable; reports a fault as a sentence and goes on, so that all faults are reported at once. */
export interface FieldReader {
  readonly text: (name: string, fallback: string) => string
  readonly optional: (name: string) => string | null
  /** A name or an address to listen at, as it stands. */
  readonly host: (name: string, fallback: string) => string
  readonly port: (name: string, fallback: number) => number
  readonly count: (name: string, fallback: number) => number
  /** An http(s) address as it stands. */
  readonly httpUrl: (name: string, fallback: string) => string
  /** An http(s) address that paths are added to: without query, fragment and slash at its end. */
  readonly baseUrl: (name: string, fallback: string) => string
  readonly oneOf: <T extends string>(name: string, choices: readonly T[], fallback: T) => T
  readonly fault: (sentence: string) => void
}

const HOST_NAME = /^[\w.-]+$/

/** What is wrong with an http(s) address, null for nothing. No request can be sent to one with a user or password. */
const flawOf = (value: string): string | null => {
  if (!URL.canParse(value)) return 'is not an http(s) address'
  const { protocol, username, password } = new URL(value)
  if (!/^https?:$/.test(protocol)) return 'is not an http(s) address'
  return username === '' && password === '' ? null : 'has a user or a password'
}

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
    host: (name, fallback) => {
      const value = optional(name) ?? fallback
      if (isIP(value) !== 0 || HOST_NAME.test(value)) return value
      fault(`${name} is "${value}": set it to an address or a name alone, such as 0.0.0.0 or ::.`)
      return fallback
    },
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
      const flaw = flawOf(value)
      if (flaw === null) return value
      fault(`${name} ${flaw}: set it to something like ${fallback}.`)
      return fallback
    },
    baseUrl: (name, fallback) => {
      const value = optional(name) ?? fallback
      const flaw = flawOf(value) ?? (/[?#]/.test(value) ? 'has a query or a fragment' : null)
      if (flaw === null) return new URL(value).href.replace(/\/+$/, '')
      fault(`${name} ${flaw}: set it to something like ${fallback}.`)
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
