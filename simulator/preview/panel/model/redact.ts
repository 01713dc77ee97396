/** Names of fields and headers whose values are not needed to understand an exchange. */
const SECRET_NAMES =
  /token|secret|password|code|session|ticket|phone|mobile|mail|openid|unionid|encrypted|^iv$|signature|rawdata|authorization|cookie|credential|otp|identity/i

/** Values that are secret whatever their field is called: phone numbers, addresses, long opaque strings. */
const SECRET_VALUES = /\d{7,}|[^\s@]+@[^\s@]+\.[^\s@]+|^[\w+/=.-]{24,}$/

const HIDDEN = '•••'

/** Numbers and switches named like a secret carry no information; a status code should be read. */
const isHarmless = (value: unknown) =>
  value === null || typeof value === 'boolean' || (typeof value === 'number' && value < 1_000_000)

/** Copies a value of JSON with every secret replaced by dots: those of secret fields, and those of a secret form. */
export const redact = (value: unknown, name = ''): unknown => {
  if (isHarmless(value)) return value
  if (Array.isArray(value)) return value.map((item) => redact(item, name))
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value as object).map(([key, item]) => [key, redact(item, key)]),
    )
  }
  const isSecret = SECRET_NAMES.test(name) || SECRET_VALUES.test(String(value))
  return isSecret && value !== '' ? HIDDEN : value
}

/** A body as it may be shown: redacted JSON, or only its size for anything else. */
export const redactBody = (text: string): string => {
  if (text === '') return ''
  try {
    return JSON.stringify(redact(JSON.parse(text)), null, 2)
  } catch {
    return `(${text.length} bytes, not JSON)`
  }
}

/** A URL without its origin, the values of its query and the ids in its path. */
export const redactUrl = (url: string): string => {
  const { pathname, searchParams } = new URL(url)
  const query = [...searchParams.keys()].map((key) => `${key}=${HIDDEN}`).join('&')
  const path = pathname.replace(/\/(\d+|[\w-]{24,})(?=\/|$)/g, `/${HIDDEN}`)
  return query === '' ? path : `${path}?${query}`
}
