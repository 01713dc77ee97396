/// <reference types="miniprogram-api-typings" />
import type { WxPorts } from './ports'

/** A refusal as WeChat words it: `message` is what follows `name:fail `. */
export class WxFailure extends Error {
  /** Codes beside the words, by the name they go by. */
  readonly codes: Readonly<{ errno?: number; errCode?: number }>

  constructor(message: string, codes: number | WxFailure['codes'] = {}) {
    super(message)
    this.codes = typeof codes === 'number' ? { errno: codes } : codes
  }
}

const otherThan = (wanted: 'String' | 'Number', name: string, value: unknown): WxFailure => {
  const type = Object.prototype.toString.call(value).slice(8, -1)
  return new WxFailure(`parameter error: parameter.${name} should be ${wanted} instead of ${type};`)
}

/** Takes a parameter that has to be a text. Fails for anything else, in WeChat's words. */
export const requireText = (name: string, value: unknown): string => {
  if (typeof value === 'string') return value
  throw otherThan('String', name, value)
}

/** Takes a parameter that has to be a number. Fails for anything else, in WeChat's words. */
export const requireNumber = (name: string, value: unknown): number => {
  if (typeof value === 'number') return value
  throw otherThan('Number', name, value)
}

type Callback = ((result: never) => void) | undefined

/** The three callbacks every asynchronous API takes. */
export interface Callbacks {
  success?: Callback
  fail?: Callback
  complete?: Callback
}

/** What `fail` and a rejected promise get: a plain object, not an Error (docs/wechat.md 8.2). */
interface FailResult {
  errMsg: string
  errno?: number
  errCode?: number
}

const describe = (name: string, error: unknown): FailResult => {
  if (!(error instanceof WxFailure)) return { errMsg: `${name}:fail ${String(error)}` }
  const errMsg = error.message === '' ? `${name}:fail` : `${name}:fail ${error.message}`
  return { errMsg, ...error.codes }
}

/**
 * Runs a synchronous API. It throws its refusal as an Error of the logic layer whose message is WeChat's errMsg, with
 * `errMsg` and the codes beside it (typings FileError).
 */
export const callSync = <T>(
  { error: makeError }: Pick<WxPorts, 'error'>,
  name: string,
  run: () => T,
): T => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof WxFailure)) throw error
    const described = describe(name, error)
    throw Object.assign(makeError(described.errMsg), described)
  }
}

type Ends = Pick<WxPorts, 'loop' | 'adopt' | 'promise'>

/** The work of a call, started in the same tick; what it throws is its rejection. */
const start = (run: () => object | Promise<object>) =>
  new Promise<object>((resolve) => resolve(run()))

/** Delivers one outcome to the callbacks, as a task of the logic layer. */
export const settle = (
  { loop, adopt }: Pick<Ends, 'loop' | 'adopt'>,
  name: string,
  callbacks: Callbacks,
  work: Promise<object>,
): void => {
  const end = loop.begin()
  const deliver = (which: 'success' | 'fail', result: object) => {
    const adopted = adopt(result)
    for (const kind of [which, 'complete'] as const) {
      const callback: unknown = callbacks[kind]
      if (typeof callback === 'function') {
        loop.guard(`wx.${name} ${kind}`, () => void callback(adopted))
      }
    }
    end()
  }
  work.then(
    (result) => deliver('success', { ...result, errMsg: `${name}:ok` }),
    (error: unknown) => deliver('fail', describe(name, error)),
  )
}

/** What an asynchronous API returns: a promise, unless the caller passed callbacks. */
export type AsyncApi<Option, Result> = (option?: Option) => Promise<Result> | undefined

type Answer<Result> = Omit<Result, 'errMsg'>

/**
 * Makes an asynchronous API of `wx` from what it does. With `success`, `fail` or `complete` it reports there;
 * without, it returns a promise (WeChat's guide "API", asynchronous API). The work starts in the same tick.
 */
export const asyncApi = <Option extends object, Result extends { errMsg: string }>(
  ends: Ends,
  name: string,
  run: (option: Option) => Answer<Result> | Promise<Answer<Result>>,
): AsyncApi<Option, Result> => {
  return (option) => {
    const given = (option ?? {}) as Option & Callbacks
    const work = start(() => run(given))
    if (given.success ?? given.fail ?? given.complete) {
      settle(ends, name, given, work)
      return undefined
    }
    return ends.promise((success, fail) => settle(ends, name, { success, fail }, work))
  }
}

/** Makes an asynchronous API that reports to callbacks only, as the few that WeChat does not promisify. */
export const callbackApi =
  <Option extends object, Result extends { errMsg: string }>(
    ends: Ends,
    name: string,
    run: (option: Option) => Answer<Result> | Promise<Answer<Result>>,
  ) =>
  (option?: Option): void => {
    const given = (option ?? {}) as Option & Callbacks
    settle(
      ends,
      name,
      given,
      start(() => run(given)),
    )
  }
