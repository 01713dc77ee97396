import { createAccount } from './account'
import { createAppEvents } from './app-events'
import { createBackground } from './background'
import { complete } from './complete'
import { createDeviceInfo } from './device-info'
import { createFeedback } from './feedback'
import { createInFlight } from './in-flight'
import { createLogin } from './login'
import { createNavigation } from './navigation'
import { createNetworkStatus } from './network-status'
import { createNicknameReview } from './nickname'
import { createOpenAbilities } from './open-abilities'
import { createPageFrame } from './page-frame'
import { createPerformance } from './performance'
import type { WxPorts } from './ports'
import { createPrivacy } from './privacy'
import { createProfile } from './profile'
import { createRequest } from './request'
import { createSelectorQueries } from './selector-query'
import { createStorageApis } from './storage'
import { createTabBar } from './tab-bar'
import { createTempFiles } from './temp-files'
import { createTransfer } from './transfer'
import { createUpdateManager } from './update-manager'

/**
 * Creates the WeChat of one phone and one launch: `wx` for the logic layer, and what the host calls when the person
 * uses a component or the app comes and goes.
 */
export const createWechat = (ports: WxPorts) => {
  const background = createBackground(ports.loop)
  const wire = { inFlight: createInFlight(), background }
  const files = createTempFiles()
  const privacy = createPrivacy(ports)
  const events = createAppEvents(ports)
  const performance = createPerformance(ports)

  const simulated = {
    ...createAccount(ports),
    ...createDeviceInfo(ports),
    ...createFeedback(ports),
    ...createLogin(ports),
    ...createNavigation(ports),
    ...createNetworkStatus(ports),
    ...createPageFrame(ports),
    ...createProfile(ports, privacy.privacy),
    ...createRequest(ports, wire),
    ...createSelectorQueries(ports),
    ...createStorageApis(ports),
    ...createTabBar(ports),
    ...createTransfer(ports, wire, files),
    ...createUpdateManager(ports),
    ...privacy.apis,
    ...events.apis,
    ...performance.apis,
    env: { USER_DATA_PATH: 'wxfile://usr' },
  }

  return {
    wx: complete(simulated, ports.device.libVersion),
    emit: events.emit,
    background,
    measure: performance.record,
    openAbility: createOpenAbilities(ports, privacy.privacy, files),
    reviewNickname: createNicknameReview(ports, privacy.privacy),
    /** A picture or file of this launch, by its temporary path. */
    file: files.get,
  }
}

/** The WeChat of one phone and one launch. */
export type Wechat = ReturnType<typeof createWechat>
