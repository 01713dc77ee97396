import type { Pace } from '../../wx/pace'
import type { Activity } from './activity'
import type { AppConfig } from './app-config'
import { createComponentSpace, type ComponentSpace } from './component-space'
import { createDispatch } from './events'
import { createImages } from './images'
import { meterSetData, type SetDataTraffic } from './meter'
import type { Modules } from './modules'
import type { Shell } from './ports'
import { createRouter, type Router } from './router'

/** Where pages are rendered, and the stack they lie on. */
export interface Stage {
  router: Router
  space: ComponentSpace
  traffic: SetDataTraffic
}

/** Sets up glass-easel on the shell's screen. Errors of the bundle's handlers go to the activity. */
export const createStage = (
  shell: Shell,
  config: AppConfig,
  modules: Modules,
  activity: Activity,
  pace: Pick<Pace, 'note'>,
): Stage => {
  const { files, realm, framework, document } = shell
  const { glassEasel } = framework
  glassEasel.globalOptions.throwGlobalError = false
  glassEasel.addGlobalErrorListener((error, method) => {
    activity.report(method ?? 'component', error)
    return false
  })

  const screen = new glassEasel.CurrentWindowBackendContext()
  screen.render = (rendered) => void activity.after(0, 'render', () => rendered(null))
  const traffic = meterSetData(framework, activity, pace, () => {
    for (const page of router.stack) page.rendered()
  })
  const { environment, space } = createComponentSpace({ ...shell, config, modules, activity })
  const backend = environment.associateBackend(screen)
  const loadImages = createImages(files, createDispatch(framework, realm))
  const router = createRouter(config, { space, backend, realm, activity, document, loadImages })
  return { router, space, traffic }
}
