import { fire } from '../../server/bench/load'
import type { Member } from './people'

type Request = NonNullable<Parameters<typeof fire>[0]['requests']>[number]

const HEADERS = { 'x-hydrogen-client-id': 'starter-dev' }

/**
 * What is measured: a signed-in read of one's own user, and a silent login of a known person. Reads come first: with
 * enough sign-ins the oldest session of an account ends.
 */
export const ACTS = ['read', 'sign-in'] as const
export type Act = (typeof ACTS)[number]

/** A server with one database, and who signs in there. */
export interface Place {
  readonly accounts: number
  readonly url: string
  readonly members: readonly Member[]
  /** A fresh wx.login code of the person behind this member's account. */
  readonly code: (place: number) => string
}

const requestsOf = ({ members, code }: Place, act: Act): Request[] => {
  if (act === 'read') {
    return members.map(({ id, token }) => ({
      method: 'GET',
      path: `/hserve/v2.5/user/info/${id}/`,
      headers: { ...HEADERS, authorization: `Hydrogen-r1 ${token}` },
    }))
  }
  let turn = 0
  return [
    {
      method: 'POST',
      path: '/hserve/v2.5/idp/wechat/silent-login/',
      headers: { ...HEADERS, 'content-type': 'application/json' },
      setupRequest: (request) => {
        turn += 1
        const body = JSON.stringify({ code: code(turn % members.length), create_user: false })
        return { ...request, body }
      },
    },
  ]
}

/** Milliseconds from the first request to the last answer, per request and connection. Rejects when one is refused. */
export const measureAct = async (
  place: Place,
  act: Act,
  connections: number,
  amount: number,
): Promise<number> => {
  const requests = requestsOf(place, act)
  const { result, seconds } = await fire({ url: place.url, connections, amount, requests })
  const failures = result.non2xx + result.errors + result.timeouts
  if (failures > 0) throw new Error(`${failures} of ${amount} ${act} requests failed`)
  return (seconds * 1_000 * connections) / amount
}
