import { faultsWhere } from './app-modules'
import type { Lever } from './lever'

const MIXED_IN = /if \(component && component\.behaviors\) \{[^}]*\}\n/

const USES = /\.behaviors\s*=[^=]/

/** Takes out of every page what mixes in the behaviors of its component. */
export const behaviors: Lever = {
  start: ({ loaderMeta }) => {
    const before = loaderMeta.modifyInstantiate
    loaderMeta.modifyInstantiate = (script, kind) => {
      if (kind === 'page' && !MIXED_IN.test(script)) {
        throw new Error('Taro makes pages another way now: switch the lever "behaviors" off')
      }
      const rest = script.replace(MIXED_IN, '')
      return before === undefined ? rest : before(rest, kind)
    }
    return {
      faults: (app) =>
        faultsWhere(
          app,
          USES,
          'sets behaviors, which the lever "behaviors" takes out. Switch the lever off, or do without.',
        ),
    }
  },
}
