import { parseArgs } from 'node:util'

/** What the command is asked to do. A port of undefined: the usual one, or any free one where that is taken. */
export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | {
      kind: 'preview'
      folder: string
      port: number | undefined
      /** Where WeChat answers: a simulator started along with the preview, or one that runs already. */
      simulator: { kind: 'own'; port: number | undefined } | { kind: 'running'; url: string }
      /** `host:port` → `host:port`, like a hosts file for the phone. */
      hosts: Readonly<Record<string, string>>
    }

const OPTIONS = {
  port: { type: 'string', short: 'p' },
  'simulator-port': { type: 'string' },
  simulator: { type: 'string' },
  host: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

const portOf = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  throw new Error(`--${name} is "${text}": set it to a port number from 0 to 65535.`)
}

const urlOf = (text: string): string => {
  if (/^https?:\/\/[^/]+/.test(text)) return text.replace(/\/+$/, '')
  throw new Error(`--simulator is "${text}": set it to an address such as http://127.0.0.1:8788.`)
}

const hostOf = (text: string): readonly [string, string] => {
  const [from, to, ...more] = text.split('=')
  if (from && to && more.length === 0) return [from, to]
  throw new Error(`--host is "${text}": write it as api.example.com=127.0.0.1:3000.`)
}

/** Reads the arguments of the command; throws a sentence for a person where they say nothing it knows. */
export const readCommand = (args: readonly string[]): Command => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  })
  if (values.help === true) return { kind: 'help' }
  if (values.version === true) return { kind: 'version' }
  if (positionals.length > 1) throw new Error('Name one folder, or none for the current one.')
  const own = { kind: 'own', port: portOf('simulator-port', values['simulator-port']) } as const
  return {
    kind: 'preview',
    folder: positionals[0] ?? '.',
    port: portOf('port', values.port),
    simulator:
      values.simulator === undefined ? own : { kind: 'running', url: urlOf(values.simulator) },
    hosts: Object.fromEntries((values.host ?? []).map(hostOf)),
  }
}
