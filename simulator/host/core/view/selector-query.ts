import type { Element, GeneralComponent } from 'glass-easel'
import type { Activity } from '../logic/activity'
import type { Framework, Realm } from '../ports'
import { elementOf } from './plain-event'
import { createQueryFields, type Fields } from './query-fields'

type Callback = ((result: unknown) => void) | undefined

interface Step {
  component: GeneralComponent
  /** Undefined for the viewport. */
  selector: string | undefined
  count: 'one' | 'all'
  fields: Fields
  callback: Callback
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true }
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true }

/**
 * Creates `createSelectorQuery` of a page or component (typings SelectorQuery, NodesRef): selectors count inside
 * that component; `exec` answers in a task of its own, in the order of the calls. The screen is asked behind what it
 * has to draw: a page that asks while it loads hears of its nodes after the first render (npm wux-weapp, virtual-list).
 */
export const createSelectorQueries = (
  framework: Framework,
  realm: Realm,
  { after }: Pick<Activity, 'after'>,
  nodeOf: (element: Element) => object | null,
) => {
  const { of: read, ofViewport } = createQueryFields(realm, nodeOf)

  const answer = ({ component, selector, count, fields }: Step): unknown => {
    if (selector === undefined) return ofViewport(component, fields)
    const root = component.getShadowRoot()
    const found =
      count === 'one' ? [root?.querySelector(selector)] : root?.querySelectorAll(selector)
    const results = (found ?? []).map((element) => (!element ? null : read(element, fields)))
    return count === 'one' ? (results[0] ?? null) : realm.adopt(results)
  }

  return (instance: object) => {
    let component = elementOf(instance) as GeneralComponent
    const steps: Step[] = []

    const nodes = (selector: string | undefined, count: Step['count']) => {
      const push = (fields: Fields, callback: Callback) => {
        steps.push({ component, selector, count, fields, callback })
        return query
      }
      return {
        fields: (fields: Fields, callback?: Callback) => push(fields, callback),
        boundingClientRect: (callback?: Callback) => push(RECT, callback),
        scrollOffset: (callback?: Callback) => push(SCROLL, callback),
        context: (callback?: Callback) => push({ context: true }, callback),
        node: (callback?: Callback) => push({ node: true }, callback),
        ref: () => {
          throw new Error('NodesRef.ref is not simulated.')
        },
      }
    }
    const query = {
      in: (other: object) => {
        component = elementOf(other) as GeneralComponent
        return query
      },
      select: (selector: string) => nodes(selector, 'one'),
      selectAll: (selector: string) => nodes(selector, 'all'),
      selectViewport: () => nodes(undefined, 'one'),
      exec: (callback?: Callback) => {
        const asked = steps.splice(0)
        const reply = () => {
          const results = asked.map(answer)
          asked.forEach((step, index) => step.callback?.(results[index]))
          callback?.(realm.adopt(results))
        }
        after(0, 'SelectorQuery.exec', () => void after(0, 'SelectorQuery.exec', reply))
        return query
      },
    }
    return query
  }
}
