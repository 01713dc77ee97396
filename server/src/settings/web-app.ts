import type { FieldReader } from './fields'

/**
 * Reads `WEB_APP_URL`, the address people open the web build at; null without one. Its router keeps what comes
 * behind the #.
 */
export const webAppFrom = (read: FieldReader): string | null =>
  read.optional('WEB_APP_URL') === null
    ? null
    : read.baseUrl('WEB_APP_URL', 'https://app.example.com')
