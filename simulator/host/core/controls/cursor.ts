import type { Element } from 'glass-easel'
import type { Activity } from '../logic/activity'
import type { Framework } from '../ports'
import { isOnScreen, tagOf } from '../view/tree'
import { flag, watchAttributes } from './controls'
import type { Keyboard } from './keyboard'

/** Whether the keyboard writes into this component. */
export const takesText = (element: Element): boolean =>
  ['input', 'textarea'].includes(tagOf(element) ?? '')

/** Attributes that move the cursor into a field when they turn true (component references "input", "textarea"). */
const FOCUSING: readonly string[] = ['focus', 'auto-focus']

/**
 * Moves the cursor as templates say, on a screen that has none of its own: in with `focus` and `auto-focus`, once the
 * field is drawn, and out when `focus` turns false.
 */
export const followTemplates = (
  framework: Framework,
  { focus, leave }: Pick<Keyboard, 'focus' | 'leave'>,
  { after }: Pick<Activity, 'after'>,
): void =>
  watchAttributes(framework, (element, name) => {
    if (!FOCUSING.includes(name) || !takesText(element)) return
    after(0, name, () => {
      if (!isOnScreen(element)) return
      if (flag(element, name)) focus(element)
      else if (name === 'focus') leave(element)
    })
  })
