import { createAppEvents } from './app/app-events'
import { createBackground } from './network/background'
import { complete } from './complete'
import type { Wire } from './network/exchange'
import { createInFlight } from './network/in-flight'
import { createNicknameReview } from './account/nickname'
import { createOpenAbilities } from './account/open-abilities'
import { createQuiet } from './app/quiet'
import { createPerformance } from './phone/performance'
import type { WxPorts } from './ports'
import { createPrivacy } from './account/privacy'
import { createScopes } from './account/scopes'
import { createShare } from './account/share'
import { createPageFrame } from './screen/page-frame'
import { createSimulated } from './simulated'
import { createSockets } from './network/socket/sockets'
import { createUserInfo } from './account/user-info'
import { createTempFiles } from './network/temp-files'
import { createFiles } from './files/files'

/**
 * Creates the WeChat of one phone and one launch: `wx` for the logic layer, and what the host calls when the person
 * uses a component or the app comes and goes.
 */
export const createWechat = (ports: WxPorts) => {
  const background = createBackground(ports.loop)
  const wire: Wire = { inFlight: createInFlight(), background, spans: [] }
  const files = createFiles(ports, createTempFiles())
  const privacy = createPrivacy(ports)
  const scopes = createScopes(ports)
  const events = createAppEvents(ports)
  const performance = createPerformance(ports)
  const sockets = createSockets(ports, background)

  const share = createShare(ports)
  const userInfo = createUserInfo(ports, privacy.privacy)
  const pageFrame = createPageFrame(ports)

  const simulated = createSimulated(ports, {
    ...{ files, wire, sockets, privacy, scopes, events, performance, share, userInfo, pageFrame },
  })

  return {
    wx: complete({ ...createQuiet(ports), ...simulated }, ports.device),
    emit: events.emit,
    background,
    /** The mini-program was closed. */
    hangUp: sockets.hangUp,
    measure: performance.record,
    pageShown: pageFrame.shown,
    openAbility: createOpenAbilities(
      ...([ports, privacy.privacy, files, share, userInfo.button, scopes.scopes] as const),
    ),
    canShare: share.offered,
    share: share.share,
    reviewNickname: createNicknameReview(ports, privacy.privacy),
    /** What the network took, and what the host measured, for an audit. */
    spans: wire.spans,
    measured: performance.entries,
    /** A file of this phone that is not in the package, by its path: temporary, saved or the app's own. */
    file: files.local,
  }
}

/** The WeChat of one phone and one launch. */
export type Wechat = ReturnType<typeof createWechat>
