import type { Browser } from 'puppeteer-core'
import { startServerProcess } from '../../server/test/kit/server-process'
import { startPreviewWorld } from '../../scripts/browser/preview-world'
import { startStaticSite } from '../../scripts/browser/static-site'
import type { Builds } from './builds'
import type { Scene } from './scene'
import { createSituation } from './situation'
import { takePhone, takeWeb, type Variant } from './take'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'

/** The AppID of the developer's other mini-program. */
const OTHER_APP = 'wx0123456789abcdef'

/** What the worlds of a pass share. */
export interface Props {
  builds: Builds
  /** Makes an empty database and returns its DATABASE_URL. */
  createDatabase: () => Promise<string>
  /** Where the pictures are kept. */
  folder: string
}

/** Where scenes are played: WeChat, a backend, previews of both bundles, and the web build. */
export interface ShotWorld {
  /** Plays a scene with this person and keeps its pictures. */
  take: (scene: Scene, variant: Variant, person: string) => Promise<void>
  stop: () => Promise<void>
}

/** Starts a world with an empty database on free ports. */
export const startShotWorld = async (
  browser: Browser,
  { builds, createDatabase, folder }: Props,
): Promise<ShotWorld> => {
  const shared = { DATABASE_URL: await createDatabase() }
  const world = await startPreviewWorld(builds.bundle, shared)
  const { previewUrl, serverUrl, simulatorUrl } = world
  const otherWaysUrl = await world.preview(builds.otherWays)
  const site = await startStaticSite(builds.site, { builtFor: BUILT_FOR, backend: serverUrl })
  const otherApp = await startServerProcess({
    ...shared,
    WECHAT_APPID: OTHER_APP,
    WECHAT_API_BASE: simulatorUrl,
  })
  const places = { serverUrl, simulatorUrl, otherAppUrl: otherApp.url }
  return {
    take: (scene, variant, person) => {
      const how = { variant, folder, situation: createSituation(places, person) }
      if (scene.on === 'web') return takeWeb(browser, site.url, { scene, ...how })
      const url = scene.build === 'other-ways' ? otherWaysUrl : previewUrl
      return takePhone(browser, url, { scene, ...how })
    },
    stop: async () => {
      await site.close()
      await otherApp.stop()
      await world.stop()
    },
  }
}
