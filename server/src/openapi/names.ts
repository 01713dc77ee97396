const words = (text: string) =>
  text
    .split(/[^a-zA-Z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('')

/**
 * The operation id of a route, for generated clients: method, path and, at the end, the version, so that two versions
 * of one endpoint stand side by side. `GET /hserve/v2.5/user/info/:id/` is `getUserInfoByIdV25`.
 */
export const operationId = (method: string, path: string): string => {
  const [, version = '', rest = path] = /^\/(?:hserve|ext)\/v([\d.]+)\/(.*)$/.exec(path) ?? []
  const place = words(rest.replace(/:(\w+)/g, 'by-$1'))
  return `${method.toLowerCase()}${place}${version && `V${version.replace('.', '')}`}`
}

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isNamed = (value: Json): value is Json & { title: string } =>
  typeof value['title'] === 'string' && /^[A-Z]\w+$/.test(value['title']) && 'type' in value

/** Moves every schema with a title into `schemas` under that name, and leaves a reference in its place. */
const hoist = (value: unknown, schemas: Json): unknown => {
  if (Array.isArray(value)) return value.map((each) => hoist(each, schemas))
  if (!isObject(value)) return value
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, hoist(each, schemas)]),
  )
  if (!isNamed(inner)) return inner
  const { title, ...schema } = inner
  schemas[title] = schema
  return { $ref: `#/components/schemas/${title}` }
}

/** An OpenAPI document whose schemas with a title stand once, under `components.schemas`, by that name. */
export const withNamedSchemas = <Document extends object>(document: Document): Document => {
  const schemas: Json = {}
  const paths = hoist(Reflect.get(document, 'paths'), schemas)
  const components: unknown = Reflect.get(document, 'components')
  return { ...document, paths, components: { ...Object(components), schemas } }
}
