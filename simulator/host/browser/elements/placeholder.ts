import { translateLengths } from '../lengths'
import type { WxNode } from './wx-element'

/** What a class may say of a placeholder: it is drawn by the browser, to which no class of the page reaches. */
const DRAWN = [
  ...['color', 'opacity', 'font-family', 'font-size', 'font-style', 'font-weight'],
  ...['letter-spacing', 'line-height', 'text-align', 'text-transform'],
]

/** Classes beside those that the template sets (glass-easel's StyleSegmentIndex). */
const TEMPORARY = 3

/** The classes that `names` of a template become on a node: those of its page or component. */
const resolved = (node: WxNode, names: string): readonly string[] => {
  const others = new Set(node.classList)
  node.__wxElement?.toggleNodeClass(names, true, TEMPORARY)
  const all = [...node.classList].filter((name) => !others.has(name))
  node.__wxElement?.toggleNodeClass(names, false, TEMPORARY)
  return all
}

/**
 * Draws the placeholder of a field as its `placeholder-class` and `placeholder-style` say, whose rules are taken from a
 * node that is not shown (component references "input", "textarea"). Returns what belongs into the field's shadow and
 * how to draw again, once stylesheets or attributes are others.
 */
export const createPlaceholder = (node: WxNode) => {
  const style = document.createElement('style')
  const model = document.createElement('wx-placeholder')
  // What is in no slot has no computed style.
  const slot = document.createElement('slot')
  slot.name = model.slot = 'placeholder'
  const drawn = { names: '', rules: '' }
  const draw = () => {
    const names = node.getAttribute('placeholder-class') ?? ''
    const own = translateLengths(node.getAttribute('placeholder-style') ?? '')
    if (names !== drawn.names) model.className = resolved(node, names).join(' ')
    drawn.names = names
    if (model.parentNode === null && names !== '') node.append(model)
    const computed = getComputedStyle(model)
    const taken =
      names === '' ? [] : DRAWN.map((name) => `${name}: ${computed.getPropertyValue(name)}`)
    const rules = [...taken, own].join('; ')
    if (rules === drawn.rules) return
    drawn.rules = rules
    style.textContent = `input::placeholder, textarea::placeholder { ${rules} }`
  }
  return { nodes: [style, slot], draw }
}
