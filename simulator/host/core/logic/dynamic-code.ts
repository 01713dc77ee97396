/** `new Function('return this')` is the one dynamic code WeChat allows. */
const GLOBAL_THIS_IDIOM = /^\s*return this;?\s*$/

/** Takes code from strings away from a realm (guide, "JavaScript support": eval and new Function are refused). */
export const forbidDynamicCode = (globals: Record<string, unknown>) => {
  const allow = (source: unknown[]) => {
    if (source.length === 1 && GLOBAL_THIS_IDIOM.test(String(source[0]))) return () => globals
    throw new EvalError(
      'Code generation from strings disallowed: WeChat runs no eval and no new Function.',
    )
  }
  globals['Function'] = new Proxy(globals['Function'] as () => void, {
    apply: (_target, _self, source) => allow(source),
    construct: (_target, source) => allow(source),
  })
}
