import type { Element } from 'glass-easel'
import type { Activity } from '../logic/activity'
import { attribute } from './controls'
import type { Router } from '../view/router'

/** Opens what a `navigator` that was tapped names. */
export type FollowLink = (navigator: Element) => void

const MOVES = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
} as const

const isMove = (openType: string): openType is keyof typeof MOVES => openType in MOVES

/**
 * The `navigator` (component reference): as the wx call of its `open-type`, in a task of its own. What WeChat
 * refuses is an error of the app: such a link is dead. Throws by name for other mini-programs, which are not
 * simulated.
 */
export const createFollowLink = (
  router: Router,
  { after, report }: Pick<Activity, 'after' | 'report'>,
): FollowLink => {
  const follow = (navigator: Element) => {
    const openType = String(attribute(navigator, 'open-type') ?? 'navigate')
    if (attribute(navigator, 'target') === 'miniProgram') {
      throw new Error('navigator target="miniProgram" is not simulated.')
    }
    if (openType === 'navigateBack') return router.back(Number(attribute(navigator, 'delta') ?? 1))
    if (!isMove(openType)) throw new Error(`navigator open-type="${openType}" is not simulated.`)
    const move = MOVES[openType]
    const url = attribute(navigator, 'url')
    // A navigator without an address opens nothing.
    if (url === undefined) return
    try {
      router.go(move, String(url ?? ''))
    } catch (error) {
      report('navigator', `${move}:fail ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return (navigator) => void after(0, 'navigator', () => follow(navigator))
}
