import type { Element } from 'glass-easel'
import { translateLengths } from '../lengths'

/** A node of the page, with the framework's element behind it. */
export type WxNode = HTMLElement & { __wxElement?: Element }

/** Returns the address under which the browser finds a picture of the bundle, of WeChat or of the web, that `page` names. */
export type PictureUrl = (src: string, page: string) => string

/** What glass-easel puts before the ids of each component, to keep those of two apart. */
const ID_PREFIX = /^[0-9a-f]{8}--/

const WRITTEN_AS_IS = ['class', 'style']

/**
 * Whether an attribute is a boolean state for screen readers, which is written as `true` or `false`: an absent or
 * empty one means something else.
 */
const isState = (name: string, value: unknown): value is boolean =>
  name.startsWith('aria-') && typeof value === 'boolean'

/**
 * A component WeChat ships. Inline styles are WXSS: `rpx` is translated as they are set. Ids are those of the
 * template. The attribute `style` is the template's own: what a component adds is in its shadow. The framework writes `undefined` and `true` alike; WeChat takes the first for absent. The role for
 * screen readers has a name of WeChat's own.
 */
export class WxElement extends HTMLElement {
  override get id() {
    return super.id
  }

  override set id(value: string) {
    super.id = value.replace(ID_PREFIX, '')
  }

  override setAttribute(name: string, value: string) {
    const given = this.given(name)
    const isUnset = given === undefined || given === null
    const isAbsent = value === '' && isUnset && !WRITTEN_AS_IS.includes(name)
    const attribute = name === 'aria-role' ? 'role' : name
    if (isAbsent) super.removeAttribute(attribute)
    else if (isState(name, given)) super.setAttribute(name, String(given))
    else super.setAttribute(attribute, name === 'style' ? translateLengths(value) : value)
  }

  /** The framework removes what is `false`. */
  override removeAttribute(name: string) {
    const given = this.given(name)
    if (isState(name, given)) super.setAttribute(name, String(given))
    else super.removeAttribute(name)
  }

  /** The value itself that the framework holds, which as an attribute would be a text. */
  protected given(name: string): unknown {
    return (this as WxNode).__wxElement?.getAttribute(name)
  }
}

/** A component that holds a value the person changes. */
export interface ValueNode extends WxNode {
  /** Shows the value it holds. */
  showValue: (value: unknown) => void
}

/** Whether an element is a component that holds a value. */
export const holdsValue = (node: globalThis.Element): node is ValueNode => 'showValue' in node

/** A shadow root with its own style; inherited properties pass through. */
export const shadowOf = (node: HTMLElement, css: string, ...children: Node[]) => {
  const root = node.attachShadow({ mode: 'open', delegatesFocus: true })
  const style = document.createElement('style')
  style.textContent = css
  root.append(style, ...children)
  return root
}
