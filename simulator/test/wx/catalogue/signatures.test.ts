import type { createSimulated } from '../../../wx/simulated'

type Official = WechatMiniprogram.Wx
type Ours = ReturnType<typeof createSimulated>

/**
 * Where the typings are not what WeChat does: they name neither `resolve` nor `eventInfo`, take any rejection for
 * a string, pass every launch the extra data that only other host apps send, and every app a plugin.
 */
type Imprecise =
  'onNeedPrivacyAuthorization' | 'onUnhandledRejection' | 'onAppShow' | 'getAccountInfoSync'

type Shared = Exclude<Extract<keyof Ours, keyof Official>, Imprecise>

/** Names whose official arguments ours would not take. */
type Mismatched = {
  [K in Shared]: Official[K] extends (...given: infer Given) => unknown
    ? Ours[K] extends (...given: Given) => unknown
      ? never
      : K
    : never
}[Shared]

/** Synchronous APIs about the phone. */
type Telling = Extract<
  Shared,
  `get${string}Info` | `get${string}InfoSync` | 'getSystemSetting' | `getMenu${string}`
>

/** Those that return less than, or something else than, the official ones. */
type Lacking = {
  [K in Telling]: ReturnType<Ours[K]> extends ReturnType<Official[K]> | Promise<unknown> | undefined
    ? never
    : K
}[Telling]

/** Names that WeChat has and the typings no longer list. */
type Unlisted =
  'saveFile' | 'getSavedFileList' | 'getSavedFileInfo' | 'removeSavedFile' | 'getFileInfo'

/** Names we provide that the official `wx` does not have. */
type Invented = Exclude<keyof Ours, keyof Official | Unlisted>

type Verdict<Offenders> = [Offenders] extends [never] ? 'none' : Offenders

// The compiler is the judge: with an offender the constant's type is its name, and 'none' does not fit.
const mismatched: Verdict<Mismatched> = 'none'
const lacking: Verdict<Lacking> = 'none'
const invented: Verdict<Invented> = 'none'

it('no member of wx takes, returns or is named what the official typings do not', () => {
  expect([mismatched, lacking, invented]).toEqual(['none', 'none', 'none'])
})
