import type { Element } from 'glass-easel'
import type { Activity } from '../logic/activity'
import type { Gesture } from '../logic/gesture'
import type { Dispatch } from '../view/events'
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
 * refuses is an error of the app: such a link is dead. One to another mini-program, or out of this one, fires what
 * becomes of it.
 */
export const createFollowLink = (
  router: Router,
  { after, report }: Pick<Activity, 'after' | 'report'>,
  elsewhere: { wx: object; gesture: Gesture; dispatch: Dispatch },
): FollowLink => {
  const { gesture, dispatch } = elsewhere
  const wx = elsewhere.wx as Readonly<Record<string, ((option: object) => unknown) | undefined>>
  const leave = (navigator: Element, api: string) => {
    const fire = (name: string) => (detail: object) => dispatch(navigator, name, detail)
    const ends = ['success', 'fail', 'complete'].map((name) => [name, fire(name)] as const)
    const [appId, path] = ['app-id', 'path'].map((name) => attribute(navigator, name))
    const shortLink = attribute(navigator, 'short-link')
    const option = { appId, path, shortLink, ...Object.fromEntries(ends) }
    gesture.during(() => wx[api]?.(option))
  }
  const follow = (navigator: Element) => {
    const openType = String(attribute(navigator, 'open-type') ?? 'navigate')
    if (openType === 'exit') return leave(navigator, 'exitMiniProgram')
    if (attribute(navigator, 'target') === 'miniProgram') {
      const isBack = openType === 'navigateBack'
      return leave(navigator, isBack ? 'navigateBackMiniProgram' : 'navigateToMiniProgram')
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
