import type { Backend } from './answers'
import { isFields, refuseOthers, type Fault } from './fields'

const HOSTED = /^https:\/\/([\w-]+)\.myminapp\.com$/

const addressOf = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const { origin, protocol, pathname, search, hash, username } = new URL(text)
  const isBare = pathname === '/' && search === '' && hash === '' && username === ''
  return isBare && /^https?:$/.test(protocol) ? origin : undefined
}

const hostedAt = (text: string, clientId: unknown, fault: Fault): Backend => {
  const host = addressOf(text)
  if (host === undefined) {
    fault(`"backend" is own, none, or an origin such as https://api.example.com; it is "${text}".`)
    return { kind: 'none' }
  }
  const id = clientId ?? HOSTED.exec(host)?.[1] ?? 'starter-dev'
  if (typeof id !== 'string' || !/^[\w.-]+$/.test(id)) {
    fault('"backend.clientId" takes letters, digits, ".", "_" and "-".')
  }
  return { kind: 'hosted', host, clientId: String(id) }
}

/** The hosted service's address follows from the client ID; without one it stands there to be replaced. */
const PLACEHOLDER = 'https://your-client-id.myminapp.com'

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** The keys of a backend that is written as an object, by its kind. */
const KEYS: ReadonlyMap<unknown, readonly string[]> = new Map([
  ['own', ['kind']],
  ['none', ['kind']],
  ['hosted', ['kind', 'host', 'clientId']],
])

/** Reads where the backend is: a word, an origin, or an object of `kind`, `host` and `clientId`. */
export const backendAt = (value: unknown, fault: Fault): Backend => {
  if (isFields(value)) {
    const { kind = 'hosted', host, clientId } = value
    const known = KEYS.get(kind)
    if (known === undefined) return backendAt(kind, fault)
    refuseOthers(value, known, 'backend', fault)
    if (kind !== 'hosted') return backendAt(kind, fault)
    const usual = typeof clientId === 'string' ? `https://${clientId}.myminapp.com` : PLACEHOLDER
    return hostedAt(asText(host ?? usual), clientId, fault)
  }
  if (value === undefined || value === 'own') return { kind: 'own' }
  if (value === 'none') return { kind: 'none' }
  if (value === 'hosted') return hostedAt(PLACEHOLDER, undefined, fault)
  return hostedAt(asText(value), undefined, fault)
}
