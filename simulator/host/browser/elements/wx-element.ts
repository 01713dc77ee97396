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
 * A component WeChat ships. Inline styles are WXSS: `rpx` is translated as they are set. Ids are those of the template.
 * The framework writes `undefined` and `true` alike; WeChat takes the first for absent. The role for screen readers has a
 * name of WeChat's own.
 */
export class WxElement extends HTMLElement {
  override get id() {
    return super.id
  }

  override set id(value: string) {
    super.id = value.replace(ID_PREFIX, '')
  }

  override setAttribute(name: string, value: string) {
    const given: unknown = (this as WxNode).__wxElement?.getAttribute(name)
    const isUnset = given === undefined || given === null
    const isAbsent = value === '' && isUnset && !WRITTEN_AS_IS.includes(name)
    const attribute = name === 'aria-role' ? 'role' : name
    if (isAbsent) this.removeAttribute(attribute)
    else super.setAttribute(attribute, name === 'style' ? translateLengths(value) : value)
  }
}

/** A component that holds a value the person changes. */
export interface ValueNode extends WxNode {
  /** Shows the value it holds. */
  showValue(value: unknown): void
}

export const holdsValue = (node: globalThis.Element): node is ValueNode => 'showValue' in node

/** A shadow root with its own style; inherited properties pass through. */
export const shadowOf = (node: HTMLElement, css: string, ...children: Node[]) => {
  const root = node.attachShadow({ mode: 'open', delegatesFocus: true })
  const style = document.createElement('style')
  style.textContent = css
  root.append(style, ...children)
  return root
}
