import type { FieldReader } from './fields'

/**
 * Reads `WEB_APP_URL`, the address people open the web build at; null without one. Its router keeps what comes
 * behind the #, so the address itself has neither query nor fragment.
 */
export const webAppFrom = (read: FieldReader): string | null => {
  const value = read.optional('WEB_APP_URL')
  if (value === null) return null
  if (!/[?#]/.test(value)) return read.httpUrl('WEB_APP_URL', 'https://app.example.com')
  read.fault(
    'WEB_APP_URL has a query or a fragment: set it to the bare address the web build is served at.',
  )
  return null
}
