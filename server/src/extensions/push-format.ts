/** A pushed event, whose fields are text whatever format it came in. */
export type PushedEvent = Readonly<Record<string, string>>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const flat = (value: unknown): [string, string][] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, each]) =>
        isObject(each) ? flat(each) : [[name, String(each)] as [string, string]],
      )
    : []

// WeChat's messages are shallow and their text stands in CDATA, so the innermost elements say it all; an encrypted one is long.
const ELEMENT = /<(\w{1,40})>(?:<!\[CDATA\[([^\]]{0,20000})\]\]>|([^<]{0,20000}))<\/\1>/g

/**
 * The fields of a push, JSON or XML as the console was set. Objects inside it are flattened: the
 * verdict of `wxa_media_check` is in `result`. Anything else gives no fields.
 */
export const parsePush = (body: string): PushedEvent => {
  if (body.trimStart().startsWith('<'))
    return Object.fromEntries(
      [...body.matchAll(ELEMENT)].map(([, name, cdata, text]) => [name, cdata ?? text ?? '']),
    )
  try {
    return Object.fromEntries(flat(JSON.parse(body)))
  } catch {
    return {}
  }
}
