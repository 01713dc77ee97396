import type { Lever } from './lever'

const LABEL = { 'aria-label': '' }

/** What each component can be given, by Taro's name of it; an empty text takes the property as it is. */
const ATTRIBUTES = {
  View: { ...LABEL, 'aria-checked': '', role: '' },
  Image: LABEL,
  Button: LABEL,
  Input: LABEL,
  Textarea: LABEL,
}

/**
 * Names and roles for screen readers. WeChat reads `aria-*` on every component (its guide "Accessibility"), Taro's
 * templates have none of them. A `role` is written as `aria-role`, WeChat's name for it.
 */
export const screenReaders: Lever = {
  // Taro's own table, which it computes at launch, does not know the names that are added here.
  needs: 'componentTable',
  start: ({ template }) => {
    const { internalComponents, replacePropName } = template
    if (typeof replacePropName !== 'function') {
      throw new Error('Taro names the attributes of its templates another way now')
    }
    for (const [name, attributes] of Object.entries(ATTRIBUTES)) {
      const component = internalComponents?.[name]
      if (component === undefined) throw new Error(`Taro has no component ${name} now`)
      Object.assign(component, attributes)
    }
    template.replacePropName = (name, ...rest) =>
      name === 'role' ? 'aria-role' : replacePropName.call(template, name, ...rest)
    return {}
  },
}
