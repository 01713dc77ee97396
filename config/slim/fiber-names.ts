import type { Lever } from './lever'
import { RECONCILER } from './reconciler'

/**
 * Fields of React's fibers, queues and roots that react-reconciler alone reads. Not among them: what @tarojs/react
 * reads (tag, type, stateNode, current), what components see, and what React and the reconciler share.
 */
const PRIVATE = [
  'alternate',
  'baseLanes',
  'baseQueue',
  'baseState',
  'cachePool',
  'callbackNode',
  'callbackPriority',
  'childLanes',
  'containerInfo',
  'deletions',
  'destroy',
  'eagerState',
  'elementType',
  'entangledLanes',
  'entanglements',
  'eventTime',
  'eventTimes',
  'expirationTimes',
  'expiredLanes',
  'finishedLanes',
  'finishedWork',
  'firstBaseUpdate',
  'firstContext',
  'hasEagerState',
  'hydrationCallbacks',
  'identifierPrefix',
  'incompleteTransitions',
  'interleaved',
  'isBackwards',
  'isDehydrated',
  'lastBaseUpdate',
  'lastEffect',
  'lastRenderedReducer',
  'lastRenderedState',
  'memoizedProps',
  'memoizedState',
  'memoizedValue',
  'mutableReadLanes',
  'mutableSourceEagerHydrationData',
  'onRecoverableError',
  'pendingChildren',
  'pendingContext',
  'pendingLanes',
  'pendingProps',
  'pingCache',
  'pingedLanes',
  'pendingSuspenseBoundaries',
  'renderingStartTime',
  'retryLane',
  'subtreeFlags',
  'suspendedLanes',
  'tailMode',
  'timeoutHandle',
  'treeContext',
  'updateQueue',
]

/** React's reconciler with short names for its private fields. */
const withShortNames = (script: string): string => {
  if (!script.includes('.memoizedState=')) throw new Error('names its fields another way now')
  if (/\.\$\w/.test(script)) throw new Error('names fields with $ now, as the short names do')
  return PRIVATE.reduce(
    (rest, name, index) =>
      rest.replace(
        new RegExp(`(?<=\\.)${name}(?![\\w$])|(?<=[{,]\\s*)${name}(?=:)`, 'g'),
        () => `$${index.toString(36)}`,
      ),
    script,
  )
}

/** Short names for the fields that only react-reconciler reads. Tools that look into fibers do not find them. */
export const fiberNames: Lever = {
  start: ({ production }) => ({
    edits: production ? [{ file: RECONCILER, edit: withShortNames }] : [],
  }),
}
