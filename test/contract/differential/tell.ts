import type { World } from '../kit/world'
import { alike, alikeRequest } from './alike'
import type { OpenPhone } from './clients'
import { tellAll } from './flows'
import type { Step } from './flow-context'
import type { RecordingProxy, WireRequest } from './proxy'

/** How a step ended, as far as both clients can be alike. */
type Outcome =
  | { readonly tag: 'done'; readonly value: unknown }
  | { readonly tag: 'failed'; readonly code: number | undefined }

/** One step of the story: what went over the wire, and what the caller got. */
export interface Told {
  readonly name: string
  readonly requests: readonly WireRequest[]
  readonly outcome: Outcome
}

/** Runs the whole story on phones of one kind; what is not in a step is not compared. */
export const tell = async (
  world: World,
  proxy: RecordingProxy,
  tag: string,
  open: OpenPhone,
): Promise<Told[]> => {
  const told: Told[] = []
  const step: Step = async (name, work) => {
    proxy.take()
    const settled = await Promise.allSettled([Promise.resolve().then(work)])
    const [result] = settled
    const requests = proxy.take().map((request) => alikeRequest(request, tag))
    const outcome: Outcome =
      result.status === 'fulfilled'
        ? { tag: 'done', value: alike(result.value, tag) }
        : { tag: 'failed', code: (result.reason as { code?: number }).code }
    told.push({ name, requests, outcome })
    return result.status === 'fulfilled' ? result.value : undefined
  }
  const phone = (person: string, kind = {}) => open(person, { server: proxy.url, ...kind })
  await tellAll({ tag, wechat: world.wechat, phone, step })
  return told
}
