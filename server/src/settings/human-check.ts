import type { FieldReader } from './fields'
import type { Hook } from './types'

/** Reads `HUMAN_CHECK_URL` and `HUMAN_CHECK_TOKEN`: the address that checks a captcha; null without one. */
export const humanCheckFrom = (read: FieldReader): Hook | null => {
  const url = read.optional('HUMAN_CHECK_URL')
  const token = read.optional('HUMAN_CHECK_TOKEN')
  if (url === null && token !== null) {
    read.fault('HUMAN_CHECK_TOKEN stands alone: set HUMAN_CHECK_URL too, or no one is checked.')
  }
  if (url === null) return null
  return {
    kind: 'hook',
    url: read.httpUrl('HUMAN_CHECK_URL', 'https://captcha.example.com/check'),
    token,
  }
}
