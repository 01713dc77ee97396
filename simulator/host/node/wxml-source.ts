/** What stands in a template besides plain text; what a `wxs` holds is no template. */
const PART =
  /<!--[\s\S]*?-->|<wxs\b(?:[^>"']|"[^"]*"|'[^']*')*?(?:\/>|>[\s\S]*?<\/wxs\s*>)|<\/?[\w-]+(?:[^>"']|"[^"]*"|'[^']*')*>|\{\{[\s\S]*?\}\}|[^<{]+|[\s\S]/g

/** A `text` that decodes entities (component reference "text", decode). */
const DECODING =
  /^<text\b(?=(?:[^>"']|"[^"]*"|'[^']*')*\sdecode(?![\w-])(?!\s*=\s*["']\{\{\s*false))/

/** The escapes that Tencent's compiler reads in text, as the framework's compiler has them. */
const ESCAPES: Readonly<Record<string, string>> = { '\\n': '&#10;', '\\t': '&#9;', '\\r': '&#13;' }

const unescape = (text: string) => text.replace(/\\[ntr]/g, (escape) => ESCAPES[escape] ?? escape)

/**
 * Writes a template so that the framework's compiler reads it as Tencent's does (npm `miniprogram-compiler`): `\n`
 * in text is a line break, and an entity such as `&nbsp;` stays as it is written, save in a `text` that decodes.
 * Lines stay in their places.
 */
export const asCompiledByWechat = (source: string): string => {
  let decoding = false
  return source.replace(PART, (part) => {
    if (part.startsWith('{{')) return part
    if (part.startsWith('<')) {
      if (DECODING.test(part)) decoding = !part.endsWith('/>')
      else if (/^<\/text\b/.test(part)) decoding = false
      return part
    }
    const text = decoding ? part : part.replaceAll('&', '&amp;')
    return unescape(text)
  })
}
