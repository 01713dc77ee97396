import type { UncaughtError } from '../core/logic/activity'
import { readable } from './readable'
import { LINES_ABOVE, SCRIPT_ROOT } from './realm'

/** A place in a file of the mini-program as it runs, counted from 1. */
interface Place {
  file: string
  line: number
  column: number
}

/** Something the app did not catch or that WeChat cannot read, for a person to look at. */
export interface AppError {
  /** Where it surfaced, such as `pages/a onLoad` or `template`. */
  where: string
  /** What is wrong, in one sentence. */
  message: string
  place: Place | undefined
}

const IN_MESSAGE = /^(?:\w*Error: )?([^\s:]+\.\w+):(\d+):(\d+): ([\s\S]+)$/
/** Generated code has no suffix: what runs in it was not written there. */
const IN_STACK = new RegExp(`${SCRIPT_ROOT}([^\\s:]+\\.\\w+):(\\d+):(\\d+)`)

const textOf = (error: unknown): string => {
  if (typeof error === 'string') return error
  const { name, message, errMsg } = (error ?? {}) as Partial<Record<string, unknown>>
  if (typeof message === 'string') return typeof name === 'string' ? `${name}: ${message}` : message
  if (typeof errMsg === 'string') return errMsg
  return readable(error)
}

/** Reads file, line and column from the sentence of a compiler: `pages/a.wxml:2:5: why`. */
export const readSentence = (where: string, sentence: string): AppError => {
  const [, file, line, column, message] = IN_MESSAGE.exec(sentence) ?? []
  if (file === undefined || message === undefined) {
    return { where, message: sentence, place: undefined }
  }
  return { where, message, place: { file, line: Number(line), column: Number(column) } }
}

/** Reads an error: its place is in its message where something could not be read, and else in its stack. */
export const readError = ({ where, error }: UncaughtError): AppError => {
  const said = readSentence(where, textOf(error))
  if (said.place !== undefined) return said
  const { stack } = (error ?? {}) as { stack?: unknown }
  const [, file, line, column] = IN_STACK.exec(typeof stack === 'string' ? stack : '') ?? []
  if (file === undefined) return said
  const place = { file, line: Number(line) - LINES_ABOVE, column: Number(column) }
  return { ...said, place }
}
