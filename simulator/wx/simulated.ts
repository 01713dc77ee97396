import { createAccount } from './account/account'
import type { createAppEvents } from './app/app-events'
import { createDeviceInfo } from './phone/device-info'
import type { Wire } from './network/exchange'
import type { createSockets } from './network/socket/sockets'
import { createFeedback } from './screen/feedback'
import { createLogin } from './account/login'
import { createLocation } from './phone/location'
import { createMedia } from './phone/media'
import { createScan } from './phone/scan'
import { createOutside } from './phone/outside'
import { createMiniPrograms } from './app/mini-programs'
import { createModal } from './screen/modal'
import { createNavigation } from './screen/navigation'
import { createNetworkStatus } from './network/network-status'
import type { createPageFrame } from './screen/page-frame'
import type { createPerformance } from './phone/performance'
import type { WxPorts } from './ports'
import type { createPrivacy } from './account/privacy'
import type { createScopes } from './account/scopes'
import { createSubscribe } from './account/subscribe'
import { createPayment } from './account/payment'
import { createProfile } from './account/profile'
import { createRequest } from './network/request'
import { createSelectorQueries } from './screen/selector-query'
import type { createShare } from './account/share'
import { createStorageApis } from './phone/storage'
import { createTabBar } from './screen/tab-bar'
import type { PhoneFiles } from './files/files'
import { createTransfer } from './network/transfer'
import { createAds } from './app/ads'
import { createAnimations } from './screen/animation'
import { createCanvas } from './screen/canvas'
import { createKeyboardApis } from './screen/keyboard'
import { createBackgroundFetch } from './app/background-fetch'
import { createImageInfo } from './phone/image-info'
import { createExtras } from './app/extras'
import { createRecorder } from './sound/recorder'
import { createSounds } from './sound/sounds'
import { createAlbum } from './files/album'
import type { createUserInfo } from './account/user-info'
import { createUpdateManager } from './app/update-manager'

/** Parts that other members of the phone use too. */
interface Shared {
  files: PhoneFiles
  wire: Wire
  sockets: ReturnType<typeof createSockets>
  privacy: ReturnType<typeof createPrivacy>
  scopes: ReturnType<typeof createScopes>
  events: ReturnType<typeof createAppEvents>
  performance: ReturnType<typeof createPerformance>
  share: ReturnType<typeof createShare>
  userInfo: ReturnType<typeof createUserInfo>
  pageFrame: ReturnType<typeof createPageFrame>
}

/** Every API of `wx` that is simulated, family by family, with its official signature (typings). */
export const createSimulated = (ports: WxPorts, shared: Shared) => ({
  ...createAccount(ports),
  ...createDeviceInfo(ports),
  ...createFeedback(ports),
  ...createLocation(ports, shared.privacy.privacy, shared.scopes.scopes),
  ...createLogin(ports),
  ...createMedia(ports, shared.privacy.privacy, shared.files),
  ...createMiniPrograms(ports),
  ...createModal(ports),
  ...createNavigation(ports),
  ...createNetworkStatus(ports),
  ...shared.pageFrame.apis,
  ...createPayment(ports),
  ...createProfile(ports, shared.privacy.privacy),
  ...createRequest(ports, shared.wire),
  ...createScan(ports),
  ...createSelectorQueries(ports),
  ...createStorageApis(ports),
  ...createSubscribe(ports),
  ...createTabBar(ports),
  ...createTransfer(ports, shared.wire, shared.files),
  ...createUpdateManager(ports),
  ...shared.privacy.apis,
  ...shared.scopes.apis,
  ...shared.events.apis,
  ...shared.performance.apis,
  ...shared.share.apis,
  ...shared.userInfo.apis,
  ...createAds(ports),
  ...createAnimations(ports),
  ...createCanvas(ports, shared.files),
  ...createExtras(ports),
  ...createOutside(ports),
  ...createImageInfo(ports, shared.files),
  ...createBackgroundFetch(ports),
  ...createKeyboardApis(ports),
  ...shared.files.apis,
  ...shared.sockets.apis,
  ...createRecorder(ports, shared.privacy.privacy, shared.scopes.scopes, shared.files),
  ...createSounds(ports, shared.files),
  ...createAlbum(ports, shared.privacy.privacy, shared.scopes.scopes, shared.files),
})
