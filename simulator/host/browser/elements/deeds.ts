/** What happened to a component that draws itself, mostly by a person, reported by it to the phone. */
export type Deed =
  | { kind: 'swipe'; current: number; source: 'touch' | 'autoplay' }
  | { kind: 'drag'; value: number }
  | { kind: 'let go'; value: number }
  /** A wheel of a picker-view; `at` counts its items from 0. */
  | { kind: 'turn'; at: number }
  /** Not a person but the network: the picture is there. */
  | { kind: 'loaded' }

const NAME = 'wx-deed'

/** Reports a deed from inside a component. */
export const tellDeed = (component: HTMLElement, deed: Deed): void =>
  void component.dispatchEvent(new CustomEvent<Deed>(NAME, { bubbles: true, detail: deed }))

/** Hears the deeds of all components of a document. */
export const hearDeeds = (
  document: Document,
  act: (component: EventTarget | null, deed: Deed) => void,
): void =>
  document.addEventListener(NAME, (event) => act(event.target, (event as CustomEvent<Deed>).detail))
