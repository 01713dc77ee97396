/** What a person did to a component that draws itself, told by it to the phone. */
export type Deed =
  | { kind: 'swipe'; current: number; source: 'touch' | 'autoplay' }
  | { kind: 'drag'; value: number }
  | { kind: 'let go'; value: number }
  /** A wheel of a picker-view; `at` counts its items from 0. */
  | { kind: 'turn'; at: number }

const NAME = 'wx-deed'

/** Tells a deed from inside a component. */
export const tellDeed = (component: HTMLElement, deed: Deed): void =>
  void component.dispatchEvent(new CustomEvent<Deed>(NAME, { bubbles: true, detail: deed }))

/** Hears the deeds of all components of a document. */
export const hearDeeds = (
  document: Document,
  act: (component: EventTarget | null, deed: Deed) => void,
): void =>
  document.addEventListener(NAME, (event) => act(event.target, (event as CustomEvent<Deed>).detail))
