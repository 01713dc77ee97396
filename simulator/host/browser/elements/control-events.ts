/** What happened to a component that draws itself; the component reports it to the phone. */
export type ControlEvent =
  | { kind: 'swipe'; current: number; source: 'touch' | 'autoplay' }
  | { kind: 'drag'; value: number }
  /** A slider that was dragged is released. */
  | { kind: 'release'; value: number }
  /** A wheel of a picker-view; `at` counts its items from 0. */
  | { kind: 'turn'; at: number }
  /** A picture has loaded. */
  | { kind: 'loaded' }

const NAME = 'wx-control-event'

/** Reports what happened to a component, from inside it. */
export const reportControlEvent = (component: HTMLElement, event: ControlEvent): void =>
  void component.dispatchEvent(
    new CustomEvent<ControlEvent>(NAME, { bubbles: true, detail: event }),
  )

/** Calls `listener` with what the components of a document report. */
export const listenToControlEvents = (
  document: Document,
  listener: (component: EventTarget | null, event: ControlEvent) => void,
): void =>
  document.addEventListener(NAME, (event) =>
    listener(event.target, (event as CustomEvent<ControlEvent>).detail),
  )
