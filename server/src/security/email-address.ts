import { domainToASCII } from 'node:url'

const LONGEST = 254
const LONGEST_LOCAL_PART = 64
// RFC 5322 dot-atom, and of it ASCII alone. Quotes, comments, angle brackets, lists and source routes are other ways to
// write an address, so none of them is taken; % and ! are characters like any other.
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
// domainToASCII() decodes % and cuts at / ? # : before it maps, so of ASCII only host names reach it.
const DOMAIN = /^[a-zA-Z0-9.\-\u0080-\u{10ffff}]+$/u
const HOST_NAME =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * An e-mail address in the one form it is stored, found and delivered in: an ASCII dot-atom and a host name, lower
 * case, international domains as punycode. null for everything else. Two addresses of one provider's mailbox (dots
 * and +tags at Gmail) stay two: what a provider folds is its own rule and changes.
 */
export const canonicalEmail = (input: string): string | null => {
  const text = input.trim()
  const at = text.lastIndexOf('@')
  const localPart = text.slice(0, Math.max(at, 0))
  const written = text.slice(at + 1)
  if (localPart.length > LONGEST_LOCAL_PART || !LOCAL_PART.test(localPart)) return null
  if (written.length > LONGEST || !DOMAIN.test(written)) return null
  const domain = domainToASCII(written)
  const email = `${localPart.toLowerCase()}@${domain}`
  return HOST_NAME.test(domain) && email.length <= LONGEST ? email : null
}

/**
 * The form this server stored an address in before `canonicalEmail`, for rows that kept it (see
 * rewrite-identifiers.ts). null for what it refused, and for control characters, which no database takes.
 */
export const earlierEmail = (input: string): string | null => {
  const email = input.trim().toLowerCase()
  const isFit = email.length <= LONGEST && /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(email)
  return isFit && !/[\p{Cc}\p{Cs}]/u.test(email) ? email : null
}
