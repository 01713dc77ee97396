import { ApiError } from '../errors'
import { OperatorError } from '../operator-error'
import type { Hook } from '../settings/types'
import { postToHook } from './post-to-hook'

/** A proof of humanity, asked for before a text message goes to a number whose account does not know the device. */
export interface HumanCheck {
  /** Whether `token`, made by the captcha on the device, is of a person at `address`. Rejects when no one can report. */
  readonly verify: (token: string, address: string) => Promise<boolean>
}

const RETRY_AFTER_SECONDS = 5

/**
 * A check by an address of the operator's: it gets `{ token, ip_address }` as JSON and answers 2xx for a person,
 * 403 for none. Rejects with 503 when it answers anything else, or nothing for five seconds.
 */
export const createHumanCheck = (hook: Hook): HumanCheck => ({
  verify: async (token, address) => {
    const answer = await postToHook(hook, { token, ip_address: address }).catch(
      (cause: unknown) => ({ ok: false, status: 'nothing', cause }) as const,
    )
    if (answer.ok) return true
    if (answer.status === 403) return false
    const cause = new OperatorError(
      `The address in HUMAN_CHECK_URL answered ${answer.status}: it has to answer 2xx or 403 within five seconds.`,
      'cause' in answer ? { cause: answer.cause } : {},
    )
    throw new ApiError(
      'human_check_unavailable',
      'The captcha could not be checked: try again in a few seconds.',
      { retry_after: RETRY_AFTER_SECONDS },
      { cause },
    )
  },
})

/** Rejects with 403 unless `check` is off or `token` is of a person. */
export const requireHuman = async (
  check: HumanCheck | null,
  token: string | null,
  address: string,
): Promise<void> => {
  if (check === null) return
  if (token === null) {
    throw new ApiError(
      'human_check_required',
      'A captcha is required: send its result as human_token.',
    )
  }
  if (!(await check.verify(token, address))) {
    throw new ApiError(
      'human_check_failed',
      'The captcha was not passed: let the person solve a new one.',
    )
  }
}
