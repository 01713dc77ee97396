import type { CurrentWindowBackendContext } from 'glass-easel'
import type { Shell } from '../ports'
import { BUILT_IN_TAGS } from './built-in-tags'

type Elements = CurrentWindowBackendContext['document']

/**
 * The name of an element in the document, as WeChat's compiler of stylesheets writes it: `wx-` before every tag. A
 * component that is called as one that WeChat ships is none of these.
 */
const nameOf = (tag: string): string => {
  if (tag.startsWith('wx-')) return tag
  return BUILT_IN_TAGS.includes(tag) ? `wx-own-${tag}` : `wx-${tag}`
}

/** Makes the elements of a document so that no tag of a template is one of HTML: a component may be called `dialog`, `title` or `style`. */
export const elementsOf = ({
  document,
  createElement,
}: Pick<Shell, 'document' | 'createElement'>): Elements => {
  const elements = {
    createElement: (tag: string) => createElement(nameOf(tag)),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  }
  return elements as unknown as Elements
}
