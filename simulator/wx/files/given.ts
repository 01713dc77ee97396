import { requireText, WxFailure } from '../call'
import { bytesOf } from './encodings'
import { failureOf } from './failures'

/** The options of a call as the app passed them: anything may be in it. */
export type Given = Readonly<Record<string, unknown>>

/** A path among the options. Throws for what is no text. */
export const pathIn = (given: Given, name: string): string => requireText(name, given[name])

const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'

/** The bytes of `data`: a text in `encoding`, or a copy of an ArrayBuffer. */
export const dataIn = ({ data, encoding }: Given): Uint8Array<ArrayBuffer> => {
  if (data === undefined || data === null) throw failureOf('noData', 'data to write is empty')
  if (typeof data === 'string') return bytesOf(data, encoding)
  if (isBuffer(data)) return new Uint8Array(data).slice()
  const type = Object.prototype.toString.call(data).slice(8, -1)
  throw new WxFailure(
    `parameter error: parameter.data should be String or ArrayBuffer instead of ${type};`,
  )
}

/**
 * The part of a file that `position` and `length` ask for (typings ReadFileOption: positions from 0 to the last
 * byte, lengths from 1 to the size of the file). A part that goes beyond the end ends there.
 */
export const partOf = <Bytes extends Uint8Array>(
  bytes: Bytes,
  { position, length }: Given,
): Uint8Array => {
  const isIn = (value: unknown, least: number, most: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
  if (position !== undefined && !isIn(position, 0, bytes.length - 1)) {
    throw failureOf('position', 'value of position is out of range')
  }
  if (length !== undefined && !isIn(length, 1, bytes.length)) {
    throw failureOf('length', 'value of length is out of range')
  }
  const from = Number(position ?? 0)
  return bytes.subarray(from, length === undefined ? undefined : from + Number(length))
}
