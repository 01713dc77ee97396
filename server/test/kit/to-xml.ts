const element = (name: string, value: unknown): string => {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('')
  if (typeof value === 'object' && value !== null) return `<${name}>${children(value)}</${name}>`
  if (typeof value === 'number') return `<${name}>${value}</${name}>`
  return `<${name}><![CDATA[${String(value).replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
}

const children = (fields: object): string =>
  Object.entries(fields)
    .map(([name, value]) => element(name, value))
    .join('')

/** A push in WeChat's XML form (guide 消息推送): text in CDATA, numbers bare, an array as repeated elements. */
export const toXml = (message: object): string => `<xml>${children(message)}</xml>`
