/** The endpoints of the API, by path. */
export const APIS = [
  'sns/jscode2session',
  'cgi-bin/token',
  'cgi-bin/stable_token',
  'wxa/business/getuserphonenumber',
  'wxa/msg_sec_check',
  'wxa/media_check_async',
  'wxa/checksession',
  'wxa/resetusersessionkey',
] as const

/** One endpoint. */
export type Api = (typeof APIS)[number]

/** A verdict of content review. */
export type Suggest = 'pass' | 'review' | 'risky'

/** What goes wrong with a call before it is answered. `errcode` is one of WeChat's. */
export type Failure =
  | { kind: 'errcode'; errcode: number }
  | { kind: 'http'; status: number }
  | { kind: 'slow'; delayMs: number }
  | { kind: 'dropped' }

/** Something made to go wrong on purpose: a failure, what content review will say, or no paid phone checks left. */
export type Trouble =
  | Failure
  | { kind: 'verdict'; suggest: Suggest }
  | { kind: 'phone-quota' }
  | { kind: 'numeric-country-code' }

/** Where, and for how many calls. */
export interface Fault {
  trouble: Trouble
  api: Api | 'every'
  times: number | 'until-cleared'
}

/** Faults waiting for their calls. Counted ones are used up by the calls they hit. */
export interface Faults {
  inject: (fault: Fault) => void
  /** The failures that hit this call, in the order in which they were injected. */
  strike: (api: Api) => readonly Failure[]
  /** The verdict set for this call, if any. */
  verdict: (api: Api) => Suggest | undefined
  /** Whether this click on the phone number button finds the quota spent (errno 1400001). docs/wechat.md 4.3. */
  isPhoneQuotaSpent: () => boolean
  /** Whether this answer writes the country code as the number 86, as WeChat’s own sample does. docs/wechat.md 4.2. */
  isCountryCodeNumeric: () => boolean
  /** All faults that are still to hit a call. */
  pending: () => readonly Fault[]
  clear: () => void
}

const FAILURES: readonly Trouble['kind'][] = ['errcode', 'http', 'slow', 'dropped']

const isFailure = (trouble: Trouble): trouble is Failure => FAILURES.includes(trouble.kind)

/** No faults. */
export const createFaults = (): Faults => {
  let faults: readonly Fault[] = []

  const use = (hits: readonly Fault[]): readonly Trouble[] => {
    faults = faults
      .map((fault) =>
        hits.includes(fault) && fault.times !== 'until-cleared'
          ? { ...fault, times: fault.times - 1 }
          : fault,
      )
      .filter(({ times }) => times !== 0)
    return hits.map(({ trouble }) => trouble)
  }

  const first = (matches: (fault: Fault) => boolean) => faults.filter(matches).slice(0, 1)

  const concerns = (fault: Fault, api: Api) => fault.api === 'every' || fault.api === api

  return {
    inject: (fault) => {
      faults = [...faults, fault]
    },
    strike: (api) =>
      use(faults.filter((fault) => isFailure(fault.trouble) && concerns(fault, api))).filter(
        isFailure,
      ),
    verdict: (api) => {
      const [hit] = use(first((f) => f.trouble.kind === 'verdict' && concerns(f, api)))
      return hit?.kind === 'verdict' ? hit.suggest : undefined
    },
    isPhoneQuotaSpent: () => use(first((f) => f.trouble.kind === 'phone-quota')).length > 0,
    isCountryCodeNumeric: () =>
      use(first((f) => f.trouble.kind === 'numeric-country-code')).length > 0,
    pending: () => faults,
    clear: () => {
      faults = []
    },
  }
}
