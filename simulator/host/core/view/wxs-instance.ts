import type { Element, GeneralComponent } from 'glass-easel'
import type { Activity } from '../logic/activity'
import type { Framework } from '../ports'
import { elementOf } from './plain-event'

/** The style segment that scripts of the view layer write, beside that of the template. */
const SCRIPT_STYLE = 3

type Mark = <T>(value: T) => T

const styleText = (style: unknown): string =>
  typeof style === 'object' && style !== null
    ? Object.entries(style)
        .map(([name, value]) => `${name}:${String(value)}`)
        .join(';')
    : String(style)

const UNSIMULATED = ['getComputedStyle', 'animate', 'clearAnimation'] as const

/**
 * The components as WXS sees them in an event (guide "WXS", responding to events: ComponentDescriptor): finds
 * others, changes class and style, calls the logic layer. One descriptor per component, as `getState` holds its
 * state.
 */
export const createWxsInstances = (
  { glassEasel }: Framework,
  { after, guard }: Pick<Activity, 'after' | 'guard'>,
  own: Mark,
) => {
  const known = new WeakMap<Element, object>()

  const create = (element: Element) => {
    const state = {}
    const rootOf = () =>
      glassEasel.Component.isComponent(element)
        ? (element as GeneralComponent).getShadowRoot()
        : element.ownerShadowRoot
    const ownerOf = () =>
      glassEasel.Component.isComponent(element)
        ? (element as GeneralComponent)
        : element.ownerShadowRoot?.getHostNode()
    const callMethod = (name: string, argument: unknown) => {
      const instance = ownerOf()?.getMethodCaller() as Record<string, unknown> | undefined
      const method = instance?.[name]
      if (typeof method !== 'function') return
      after(0, `callMethod ${name}`, () => Reflect.apply(method, instance, [argument]))
    }
    const members = {
      selectComponent: (selector: string) => {
        const found = rootOf()?.querySelector(selector)
        return !found ? null : instanceOf(found)
      },
      selectAllComponents: (selector: string) =>
        (rootOf()?.querySelectorAll(selector) ?? []).map(instanceOf),
      setStyle: (style: unknown) => element.setNodeStyle(styleText(style), SCRIPT_STYLE),
      addClass: (...names: string[]) =>
        names.forEach((name) => element.classList?.toggle(name, true)),
      removeClass: (...names: string[]) =>
        names.forEach((name) => element.classList?.toggle(name, false)),
      hasClass: (name: string) => element.classList?.contains(name) === true,
      getDataset: () => ({ ...element.dataset }),
      getState: () => state,
      callMethod,
      triggerEvent: (name: string, detail: unknown) =>
        glassEasel.Event.triggerEvent(element, name, detail),
      requestAnimationFrame: (task: () => void) => void after(16, 'requestAnimationFrame', task),
      setTimeout: (task: () => void, ms: number) => after(ms, 'WXS setTimeout', task),
      clearTimeout: (cancel: (() => void) | undefined) => cancel?.(),
      getBoundingClientRect: () => {
        let rect = { left: 0, top: 0, width: 0, height: 0 }
        guard('getBoundingClientRect', () =>
          element.getBoundingClientRect((measured) => (rect = measured)),
        )
        return { ...rect, right: rect.left + rect.width, bottom: rect.top + rect.height }
      },
      ...Object.fromEntries(
        UNSIMULATED.map((name) => [
          name,
          () => {
            throw new Error(`WXS instance.${name} is not simulated.`)
          },
        ]),
      ),
    }
    return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, own(member)]))
  }

  const instanceOf = (target: object): object => {
    const element = elementOf(target)
    const before = known.get(element)
    if (before !== undefined) return before
    const made = create(element)
    known.set(element, made)
    return made
  }
  return instanceOf
}
