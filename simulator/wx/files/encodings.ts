import { failureOf } from './failures'

/** How a text is written in bytes (typings ReadFileOption). */
const NAMES = {
  ascii: 'ascii',
  base64: 'base64',
  binary: 'latin1',
  hex: 'hex',
  ucs2: 'utf16',
  'ucs-2': 'utf16',
  utf16le: 'utf16',
  'utf-16le': 'utf16',
  'utf-8': 'utf8',
  utf8: 'utf8',
  latin1: 'latin1',
} as const

type Form = (typeof NAMES)[keyof typeof NAMES]

const formOf = (encoding: unknown): Form => {
  const name = String(encoding)
  if (!Object.hasOwn(NAMES, name)) throw failureOf('encoding', `invalid encoding "${name}"`)
  return NAMES[name as keyof typeof NAMES]
}

const latin1 = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
const fromCodes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const decode = (as: string) => (bytes: Uint8Array) =>
  new TextDecoder(as, { ignoreBOM: true }).decode(bytes)

const READ: Readonly<Record<Form, (bytes: Uint8Array) => string>> = {
  ascii: (bytes) => latin1(bytes.map((byte) => byte & 0x7f)),
  base64: (bytes) => btoa(latin1(bytes)),
  hex: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''),
  latin1,
  utf16: decode('utf-16le'),
  utf8: decode('utf-8'),
}

const fromBase64 = (text: string) => {
  try {
    return fromCodes(atob(text))
  } catch {
    throw failureOf('base64', 'base64 encode error')
  }
}

const WRITE: Readonly<Record<Form, (text: string) => Uint8Array<ArrayBuffer>>> = {
  ascii: fromCodes,
  base64: fromBase64,
  hex: (text) =>
    Uint8Array.from(text.match(/[\da-f]{2}/gi) ?? [], (pair) => Number.parseInt(pair, 16)),
  latin1: fromCodes,
  utf16: (text) => {
    const codes = Uint16Array.from({ length: text.length }, (_code, at) => text.charCodeAt(at))
    const bytes = new DataView(new ArrayBuffer(codes.length * 2))
    codes.forEach((code, at) => bytes.setUint16(at * 2, code, true))
    return new Uint8Array(bytes.buffer)
  },
  utf8: (text) => new TextEncoder().encode(text),
}

/** The text of bytes in an encoding of WeChat's; throws for one that WeChat does not know. */
export const textOf = (bytes: Uint8Array, encoding: unknown): string =>
  READ[formOf(encoding)](bytes)

/** The bytes of a text in an encoding of WeChat's, utf8 where none is named; throws for base64 that is none. */
export const bytesOf = (text: string, encoding: unknown = 'utf8'): Uint8Array<ArrayBuffer> =>
  WRITE[formOf(encoding)](text)
