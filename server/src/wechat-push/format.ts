import { SaxesParser } from 'saxes'

/** What a push holds: text, whatever format it came in, fields within fields, and lists of both. */
type PushField = string | PushFields | readonly PushField[]

/** The fields of a pushed event by their names, as deep as WeChat nests them. */
export interface PushFields {
  readonly [name: string]: PushField
}

// WeChat's messages are four levels deep.
const DEEPEST = 16

const isList = (field: PushField | undefined): field is readonly PushField[] => Array.isArray(field)

const fieldIn = (fields: PushFields, name: string): Exclude<PushField, readonly PushField[]> => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  const first = isList(field) ? field[0] : field
  return first === undefined || isList(first) ? '' : first
}

/** The text of a field; of the first one when there are several; '' for none, and for one that holds others. */
export const textOf = (fields: PushFields, name: string): string => {
  const field = fieldIn(fields, name)
  return typeof field === 'string' ? field : ''
}

/** The fields within a field; null for none, and for text. */
export const fieldsOf = (fields: PushFields, name: string): PushFields | null => {
  const field = fieldIn(fields, name)
  return typeof field === 'string' ? null : field
}

// XML allows none of these, no column holds NUL, and what a person typed may have them: their message counts without.
const UNSTORABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g

const ofJson = (value: unknown): PushField => {
  if (Array.isArray(value)) return value.map(ofJson)
  if (typeof value !== 'object' || value === null) return String(value).replace(UNSTORABLE, '')
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ofJson(each)]))
}

interface Element {
  readonly name: string
  readonly inner: Map<string, PushField[]>
  text: string
}

const fieldOf = ({ inner, text }: Element): PushField =>
  inner.size === 0
    ? text
    : Object.fromEntries(
        [...inner].map(([name, all]) => [name, all.length === 1 ? (all[0] ?? '') : all]),
      )

const ofXml = (body: string): PushField => {
  const root: Element = { name: '', inner: new Map(), text: '' }
  const path = [root]
  const parser = new SaxesParser({ position: false })
  const add = (text: string) => {
    const element = path.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('opentag', ({ name }) => {
    if (path.length > DEEPEST) throw new Error('the push is nested too deeply')
    path.push({ name, inner: new Map(), text: '' })
  })
  parser.on('closetag', () => {
    const element = path.pop()
    const parent = path.at(-1)
    if (element === undefined || parent === undefined) return
    const all = parent.inner.get(element.name)
    if (all === undefined) parent.inner.set(element.name, [fieldOf(element)])
    else all.push(fieldOf(element))
  })
  // Without a handler the parser throws at the first error.
  parser.write(body.replace(UNSTORABLE, '')).close()
  return root.inner.values().next().value?.[0] ?? ''
}

const isXml = (body: string): boolean => body.startsWith('<')

/** The fields of a push, JSON or XML as the console was set; none when it is neither. Takes linear time. */
export const parsePush = (sent: string): PushFields => {
  // White space and a byte order mark.
  const body = sent.trim()
  try {
    const whole = isXml(body) ? ofXml(body) : ofJson(JSON.parse(body))
    return typeof whole === 'string' || isList(whole) ? {} : whole
  } catch {
    return {}
  }
}

const between = (text: string, from: string, to: string): string => {
  const start = text.indexOf(from)
  const end = start < 0 ? -1 : text.indexOf(to, start + from.length)
  return end < 0 ? '' : text.slice(start + from.length, end)
}

const encryptedInJson = (body: string): string => {
  try {
    const { Encrypt: text } = Object(JSON.parse(body)) as { Encrypt?: unknown }
    return typeof text === 'string' ? text : ''
  } catch {
    return ''
  }
}

const encryptedInXml = (body: string): string => {
  const held = between(body, '<Encrypt>', '</Encrypt>').trim()
  return held.startsWith('<![CDATA[') ? between(held, '<![CDATA[', ']]>') : held
}

/**
 * The encrypted text of a push, JSON or XML; '' when there is none. Nothing else is read of it, because it is not
 * known yet whether WeChat sent it. Takes linear time.
 */
export const encryptedOf = (sent: string): string => {
  const body = sent.trim()
  return isXml(body) ? encryptedInXml(body) : encryptedInJson(body)
}
