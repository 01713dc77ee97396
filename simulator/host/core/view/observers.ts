import type { CurrentWindowBackendContext, Element } from 'glass-easel'
import type { Device } from '../../../wx/phone/device'
import type { Activity } from '../logic/activity'

type Screen = Device['screen']

interface Descriptor {
  width?: number
  height?: number
  minWidth?: number
  maxWidth?: number
  minHeight?: number
  maxHeight?: number
  orientation?: string
}

const orientationOf = ({ width, height }: Screen) => (width > height ? 'landscape' : 'portrait')

const within = (value: number, least = -Infinity, most = Infinity, exact = value) =>
  value >= least && value <= most && value === exact

/** Whether a media query holds on a screen (typings MediaQueryObserverDescriptor). */
const holds = (query: Descriptor, screen: Screen) =>
  within(screen.width, query.minWidth, query.maxWidth, query.width) &&
  within(screen.height, query.minHeight, query.maxHeight, query.height) &&
  (query.orientation ?? orientationOf(screen)) === orientationOf(screen)

/**
 * Adds to a document without layout the observers of WeChat's view (typings IntersectionObserver,
 * MediaQueryObserver): everything is wholly on screen, and notified of it once; media queries are answered by the
 * device.
 */
export const observeWithoutLayout = (
  context: CurrentWindowBackendContext,
  document: Document,
  screen: Screen,
  { after }: Pick<Activity, 'after'>,
): void => {
  const once = (where: string, tell: () => void) => ({ disconnect: after(0, where, tell) })
  context.getWindowWidth = () => screen.width
  context.getWindowHeight = () => screen.height
  context.createMediaQueryObserver = (query, listener) =>
    once('MediaQueryObserver', () => listener({ matches: holds(query as Descriptor, screen) }))
  if (document.defaultView !== null && 'IntersectionObserver' in document.defaultView) return
  const rect = { left: 0, top: 0, width: screen.width, height: screen.height }
  context.createIntersectionObserver = (_target, _relative, _margin, _thresholds, listener) =>
    once('IntersectionObserver', () =>
      listener({
        intersectionRatio: 1,
        boundingClientRect: rect,
        intersectionRect: rect,
        relativeRect: rect,
        time: 0,
      }),
    )
}

/**
 * Has every report of an intersection say whose it is: `id` and `dataset`, which libraries of components read. The
 * viewport is the page as it scrolls, so that margins widen it.
 */
export const nameTheObserved = (context: CurrentWindowBackendContext): void => {
  const { createIntersectionObserver } = context
  context.createIntersectionObserver = (target, relative, margin, thresholds, listener) => {
    const { __wxElement: element } = target as { __wxElement?: Element }
    const named = { id: element?.id ?? '', dataset: { ...element?.dataset } }
    const page = (target as unknown as HTMLElement).closest('[data-page]')
    return Reflect.apply(createIntersectionObserver, context, [
      ...[target, relative ?? (page as unknown as typeof relative), margin, thresholds],
      (status: Parameters<typeof listener>[0]) => listener({ ...named, ...status }),
    ])
  }
}
