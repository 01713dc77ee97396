import type { Pace } from '../../../wx/pace'
import type { Registration } from '../../../wx/ports'
import type { Device } from '../../../wx/phone/device'
import type { AppConfig } from '../app/app-config'
import type { Activity } from '../logic/activity'
import type { ConsoleLine } from '../logic/globals'
import type { Modules } from '../logic/modules'
import type { Shell, Templates } from '../ports'
import type { Drawings } from '../../../wx/screen/no-drawing'
import { createAdLoader } from './ads'
import { createNodes } from './canvas'
import { completeInstances } from './component-instance'
import { createComponentSpace, type ComponentSpace } from './component-space'
import { elementsOf } from './element-names'
import { createDispatch } from './events'
import { createImages, refusesPicture } from './images'
import { meterSetData, type SetDataTraffic } from './meter'
import { nameTheObserved, observeWithoutLayout } from './observers'
import { createPageIdentities } from './page-identity'
import { createPageRouters } from './page-routers'
import { createRouter, type Router } from './router'
import { createSelectorQueries } from './selector-query'
import { delayValues } from './slow-attributes'
import { createTabBars } from './tab-bars'
import { createTemplateRuntime } from './template-runtime'
import { createUpdateListeners } from './update-performance'
import { WXS_RUNTIME } from '../../wxs/compile'

/** Where pages are rendered, and the stack they lie on. */
export interface ViewLayer {
  router: Router
  space: ComponentSpace
  traffic: SetDataTraffic
  drawings: Drawings
}

/** Sets up glass-easel on the shell's screen. Errors of the bundle's handlers and templates go to the activity. */
export const createViewLayer = (
  shell: Shell,
  parts: {
    config: AppConfig
    modules: Modules
    activity: Activity
    pace: Pick<Pace, 'note'>
    device: Pick<Device, 'libVersion' | 'speed' | 'screen'>
    registration: Pick<Registration, 'version'>
    write: (level: ConsoleLine['level'], line: string) => void
    /** Returns `wx`, which is created later. */
    wx: () => object
  },
): ViewLayer => {
  const { files, realm, framework, document, templates: compiled } = shell
  const { config, modules, activity, pace, device, registration, write } = parts
  const { speed } = device
  const { glassEasel } = framework
  glassEasel.globalOptions.throwGlobalError = false
  // A property may be called as any member of a node: `dataset`, `id`, `class`.
  glassEasel.globalOptions.writeFieldsToNode = false
  // A handler may be put on a page or component that is there already, as uni-app's does (guide "WXML events").
  glassEasel.globalOptions.useMethodCallerListeners = true
  glassEasel.addGlobalErrorListener((error, method) => {
    activity.report(method ?? 'component', error)
    return false
  })
  // WeChat does not warn of an attribute that a component does not know.
  glassEasel.addGlobalWarningListener(() => false)
  for (const fault of compiled.faults) activity.report('template', new SyntaxError(fault))

  const screen = new glassEasel.CurrentWindowBackendContext()
  screen.document = elementsOf(shell)
  screen.render = (rendered) => void activity.later(speed.setDataMs, 'render', () => rendered(null))
  // The controls report two-way bindings themselves.
  screen.setModelBindingStat = () => undefined
  observeWithoutLayout(screen, document, device.screen, activity)
  nameTheObserved(screen)
  delayValues(framework, speed.setDataMs, activity)
  const updates = createUpdateListeners(realm, activity)
  const traffic = meterSetData({
    ...{ framework, activity, pace, updates },
    rendered: () => {
      for (const page of router.stack) page.rendered()
    },
    complain: (line) => write('error', line),
  })
  const drawings: Drawings = { count: 0 }
  const nodes = createNodes(activity, drawings)
  const query = createSelectorQueries(framework, realm, activity, nodes)
  const log = (line: string) => write('log', line)
  const runtime = createTemplateRuntime({ framework, realm, activity, log })
  const templates = realm.run(`return ${compiled.code}`, 'templates', {
    [WXS_RUNTIME]: runtime,
  }) as Templates
  const warn = (line: string) => write('warn', line)
  const { environment, space } = createComponentSpace({
    ...{ files, templates, framework, config, modules, activity, warn },
  })
  const backend = environment.associateBackend(screen)
  const dispatch = createDispatch(framework, realm)
  const loadImages = createImages(files, dispatch, refusesPicture(device, registration))
  const loadAds = createAdLoader(dispatch)
  const tabBars = createTabBars(config, space, backend)
  const identities = createPageIdentities()
  completeInstances(framework, activity, {
    ...{ query, tabBar: tabBars.of, listen: updates.set, pageOf: identities.of },
    routerFrom: createPageRouters(realm, device, parts.wx),
  })
  const router = createRouter(config, {
    ...{ space, backend, realm, activity, document, loadImages, tabBars, identities },
    loadAds,
  })
  return { router, space, traffic, drawings }
}
