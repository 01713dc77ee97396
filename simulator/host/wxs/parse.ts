import { parse, Parser, type Options, type Program } from 'acorn'

const OPTIONS: Options = { ecmaVersion: 6, allowReserved: true }

/** The words WXS keeps for itself (guide "WXS", variables); every other one is a name, `class` and `new` too. */
const KEPT =
  /^(?:break|case|continue|default|delete|do|else|false|for|function|if|null|return|switch|this|true|typeof|var|void|while)$/

const WxsParser = Parser.extend(
  (Base) =>
    class extends Base {
      constructor(options: Options, source: string) {
        super(options, source)
        Object.assign(this, { keywords: KEPT })
      }
    },
)

/**
 * Parses WXS. What is no JavaScript because a name of it is a keyword there is read with WXS's own keywords. Throws the
 * SyntaxError of JavaScript, with `pos`, when that fails as well.
 */
export const parseWxs = (source: string): Program => {
  try {
    return parse(source, OPTIONS)
  } catch (error) {
    try {
      return WxsParser.parse(source, OPTIONS)
    } catch {
      throw error
    }
  }
}
