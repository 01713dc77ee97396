import { faultsWhere } from './app-modules'
import type { Lever } from './lever'

const USE = /dangerouslySetInnerHTML\s*:|\.innerHTML\s*=[^=]|insertAdjacentHTML\s*\(/

/** No HTML parser in the bundle. An app that sets HTML fails to build. */
export const innerHtml: Lever = {
  configure: (config) => {
    config.runtime = { enableInnerHTML: false, ...config.runtime }
  },
  start: () => ({
    faults: (app) =>
      faultsWhere(
        app,
        USE,
        'sets HTML (innerHTML or dangerouslySetInnerHTML), which the lever "innerHtml" takes out. ' +
          'Use <RichText nodes>, or switch the lever off.',
      ),
  }),
}
