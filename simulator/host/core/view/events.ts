import type { Element } from 'glass-easel'
import type { Framework, Realm } from '../ports'

/** Events that bubble; every other event stays on its component (guide "WXML events", bubbling events). */
const BUBBLING: readonly string[] = [
  ...['touchstart', 'touchmove', 'touchcancel', 'touchend', 'tap', 'longpress', 'longtap'],
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend', 'touchforcechange'],
]

/** Sends an event of a built-in component to the handlers the template bound. */
export type Dispatch = (
  target: Element,
  name: string,
  detail?: object,
  /** Called with what each handler returns. */
  onReturn?: (returned: unknown) => void,
) => void

/** Creates the sender: events carry WeChat's touches, and bubble as WeChat's do. */
export const createDispatch =
  ({ glassEasel }: Framework, realm: Realm): Dispatch =>
  (target, name, detail = {}, onReturn) => {
    const bubbles = BUBBLING.includes(name)
    const touch = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0 }
    const touches = bubbles
      ? realm.adopt({ touches: name === 'touchend' ? [] : [touch], changedTouches: [touch] })
      : {}
    glassEasel.Event.triggerEvent(target, name, realm.adopt(detail), {
      bubbles,
      composed: bubbles,
      capturePhase: true,
      extraFields: touches,
      ...(onReturn === undefined ? {} : { handleListenerReturn: onReturn }),
    })
  }
