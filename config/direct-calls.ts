/** What may stand before a call at its beginning: punctuation that no call goes on from, or a keyword. */
const CALL = /(^|[,;:{=>&|?!([+*<-])\(0,([\w$]+\.[\w$]+)\)(?=\()/gm
const AFTER_KEYWORD =
  /\b(return|await|void|typeof|throw|case|else|yield)\(0,([\w$]+\.[\w$]+)\)(?=\()/g

/**
 * A minified script with its calls of imports written as `a.b(…)`. Webpack writes `(0,a.b)(…)`, so that `b` has no
 * `this`; no function of ours or of React looks at one, and every call costs four bytes. For scripts of our own only.
 */
export const withDirectCalls = (script: string): string =>
  script.replace(CALL, '$1$2').replace(AFTER_KEYWORD, '$1 $2')
