import { ApiError } from '../errors'
import type { Hook } from '../settings/types'

/** A proof of humanity, asked for before a text message goes to a number whose account does not know the device. */
export interface HumanCheck {
  /** Whether `token`, made by the captcha on the device, proves a person at `address`. Rejects when no one can report. */
  readonly verify: (token: string, address: string) => Promise<boolean>
}

const TIMEOUT_MS = 5_000
const RETRY_AFTER_SECONDS = 5

/**
 * A check by an address of the operator's: it gets `{ token, ip_address }` as JSON and answers 2xx for a person,
 * 403 for none. Rejects with 503 when it answers anything else, or nothing for five seconds.
 */
export const humanCheckOver = ({ url, token: bearer }: Hook): HumanCheck => ({
  verify: async (token, address) => {
    const status = await fetch(url, {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify({ token, ip_address: address }),
    })
      .then(async (response) => {
        await response.body?.cancel()
        return response.status
      })
      .catch(() => 0)
    if (status >= 200 && status < 300) return true
    if (status === 403) return false
    throw new ApiError(
      'human_check_unavailable',
      'The captcha could not be checked: try again in a few seconds.',
      { retry_after: RETRY_AFTER_SECONDS },
    )
  },
})

/** Rejects with 403 unless `check` is off or `token` proves a person. */
export const requireHuman = async (
  check: HumanCheck | null,
  token: string | null,
  address: string,
): Promise<void> => {
  if (check === null) return
  if (token === null)
    throw new ApiError(
      'human_check_required',
      'A captcha is required: send its result as human_token.',
    )
  if (!(await check.verify(token, address)))
    throw new ApiError(
      'human_check_failed',
      'The captcha was not passed: let the person solve a new one.',
    )
}
