import { refused, settle } from './fake-backend'
import { type launchedWith, pageCall } from './make-auth'

export const LOGIN = '/hserve/v2.5/idp/wechat/silent-login/'

type Made = Awaited<ReturnType<typeof launchedWith>>

/** Fires `count` member calls and answers all of them with 401. */
export const stormOf = async ({ auth, network }: Made, count: number) => {
  const calls = Array.from({ length: count }, () => auth.request(pageCall()))
  const outcomes = Promise.allSettled(calls)
  await settle()
  for (const { answer } of network.waiting.splice(0)) answer(refused(401))
  await settle()
  return outcomes
}

export const statuses = (outcomes: ReadonlyArray<PromiseSettledResult<unknown>>) =>
  outcomes.map((outcome) =>
    outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code: number }).code,
  )
