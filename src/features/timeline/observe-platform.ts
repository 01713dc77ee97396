import { notingAnswer, observeWechat } from '../../auth/observe'
import type { Timeline } from '../../auth/timeline'
import type { Platform } from '../../platform/platform'

/** The same platform, with its answers noted. What has to be called in the tick of a tap still is. */
export const observePlatform = (platform: Platform, timeline: Timeline): Platform => {
  const { privacy, askProfile, wechat } = platform
  return {
    ...platform,
    wechat: observeWechat(wechat, timeline),
    askProfile:
      askProfile && ((desc) => notingAnswer(timeline, 'getUserProfile', askProfile(desc))),
    privacy: {
      ...privacy,
      requireConsent: () =>
        notingAnswer(timeline, 'requirePrivacyAuthorize', privacy.requireConsent()),
    },
  }
}
