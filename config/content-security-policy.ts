import { createHash } from 'node:crypto'

const INLINE = /<script>([\s\S]*?)<\/script>/g

const hashOf = (script: string) =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/**
 * The page with a content security policy of its own, for hosts that set no header: scripts come from this site, and
 * those in the page by their hashes. Styles need 'unsafe-inline', because Taro writes style tags at run time.
 * @param baasHost origin of the backend
 */
export const withPolicy = (html: string, baasHost: string): string => {
  const hashes = [...html.matchAll(INLINE)].map(([, script = '']) => hashOf(script))
  const policy = [
    "default-src 'self'",
    `script-src ${["'self'", ...hashes].join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    // Taro's style sheet brings its icons as a font of its own.
    "font-src 'self' data:",
    `img-src 'self' data: blob: https: ${baasHost}`,
    // A picture that was chosen is read from its blob: address to be uploaded.
    `connect-src 'self' blob: ${baasHost}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ')
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  return html.replace(/<head>/, `<head>${meta}`)
}
