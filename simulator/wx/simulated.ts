import { createAccount } from './account'
import type { createAppEvents } from './app-events'
import { createDeviceInfo } from './device-info'
import type { Wire } from './exchange'
import { createFeedback } from './feedback'
import { createLogin } from './login'
import { createMedia } from './media'
import { createModal } from './modal'
import { createNavigation } from './navigation'
import { createNetworkStatus } from './network-status'
import { createPageFrame } from './page-frame'
import type { createPerformance } from './performance'
import type { WxPorts } from './ports'
import type { createPrivacy } from './privacy'
import { createProfile } from './profile'
import { createRequest } from './request'
import { createSelectorQueries } from './selector-query'
import type { createShare } from './share'
import { createStorageApis } from './storage'
import { createTabBar } from './tab-bar'
import type { TempFiles } from './temp-files'
import { createTransfer } from './transfer'
import { createUpdateManager } from './update-manager'

/** Parts that other members of the phone use too. */
interface Shared {
  files: TempFiles
  wire: Wire
  privacy: ReturnType<typeof createPrivacy>
  events: ReturnType<typeof createAppEvents>
  performance: ReturnType<typeof createPerformance>
  share: ReturnType<typeof createShare>
}

/** Every API of `wx` that is simulated, family by family, with its official signature (typings). */
export const createSimulated = (ports: WxPorts, shared: Shared) => ({
  ...createAccount(ports),
  ...createDeviceInfo(ports),
  ...createFeedback(ports),
  ...createLogin(ports),
  ...createMedia(ports, shared.privacy.privacy, shared.files),
  ...createModal(ports),
  ...createNavigation(ports),
  ...createNetworkStatus(ports),
  ...createPageFrame(ports),
  ...createProfile(ports, shared.privacy.privacy),
  ...createRequest(ports, shared.wire),
  ...createSelectorQueries(ports),
  ...createStorageApis(ports),
  ...createTabBar(ports),
  ...createTransfer(ports, shared.wire, shared.files),
  ...createUpdateManager(ports),
  ...shared.privacy.apis,
  ...shared.events.apis,
  ...shared.performance.apis,
  ...shared.share.apis,
  env: { USER_DATA_PATH: 'wxfile://usr' },
})
