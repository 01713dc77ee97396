/** A node of `rich-text` as a mini-program writes it (component reference "rich-text"). */
interface RichNode {
  type?: unknown
  name?: unknown
  text?: unknown
  attrs?: unknown
  children?: unknown
}

/** Elements that WeChat draws, and the attributes it reads beside class and style. */
const TRUSTED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'big', 'blockquote', 'br', 'caption'],
      ...['center', 'cite', 'code', 'dd', 'del', 'div', 'dl', 'dt', 'em', 'fieldset', 'font'],
      ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'ins', 'label'],
      ...['legend', 'li', 'mark', 'nav', 'p', 'pre', 'q', 's', 'section', 'small', 'span'],
      ...['strong', 'sub', 'sup', 'tbody', 'tfoot', 'thead', 'tt', 'u', 'ul'],
    ].map((name) => [name, []]),
  ),
  bdi: ['dir'],
  bdo: ['dir'],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  img: ['alt', 'src', 'height', 'width'],
  ol: ['start', 'type'],
  rt: [],
  ruby: [],
  table: ['width'],
  td: ['colspan', 'height', 'rowspan', 'width'],
  th: ['colspan', 'height', 'rowspan', 'width'],
  tr: ['colspan', 'height', 'rowspan', 'width'],
}
const ALWAYS = ['class', 'style']

const isObject = (value: unknown): value is RichNode & Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const drawn = (document: Document, given: unknown): readonly Node[] => {
  if (!isObject(given)) return []
  if (given.type === 'text') return [document.createTextNode(String(given.text ?? ''))]
  const name = String(given.name ?? '').toLowerCase()
  const known = Object.hasOwn(TRUSTED, name) ? TRUSTED[name] : undefined
  if (known === undefined) return []
  const node = document.createElement(name)
  const attributes = isObject(given.attrs) ? given.attrs : {}
  for (const [key, value] of Object.entries(attributes)) {
    if (ALWAYS.includes(key) || known.includes(key)) node.setAttribute(key, String(value))
  }
  node.append(...drawnAll(document, given.children))
  return [node]
}

const drawnAll = (document: Document, nodes: unknown): readonly Node[] =>
  Array.isArray(nodes) ? nodes.flatMap((node) => drawn(document, node)) : []

const fromHtml = (node: Node): unknown => {
  if (node.nodeType === Node.TEXT_NODE) return { type: 'text', text: node.nodeValue }
  if (!(node instanceof Element)) return undefined
  return {
    name: node.localName,
    attrs: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
    children: [...node.childNodes].map(fromHtml),
  }
}

/**
 * Draws what `nodes` says, an array of nodes or HTML, with trusted elements and attributes only: an element that
 * WeChat does not know is left out with all that it holds, and nothing in it is run.
 */
export const drawRichText = (document: Document, nodes: unknown): readonly Node[] => {
  if (typeof nodes !== 'string') return drawnAll(document, nodes)
  const { body } = new DOMParser().parseFromString(nodes, 'text/html')
  return drawnAll(document, [...body.childNodes].map(fromHtml))
}
