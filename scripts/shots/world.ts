import type { Browser } from 'puppeteer-core'
import { startDeskWorld } from '../browser/desk-world'
import { startStaticSite } from '../browser/static-site'
import type { Builds } from './builds'
import type { Scene } from './scene'
import { createStage } from './stage'
import { takePhone, takeWeb, type Variant } from './take'

/** The address the web build was made for. */
const BUILT_FOR = 'http://127.0.0.1:8787'

/** Where scenes are played: WeChat, a backend, previews of both bundles, and the web build. */
export interface ShotWorld {
  /** Plays a scene with this person and keeps its pictures in `folder`. */
  take(scene: Scene, variant: Variant, person: string): Promise<void>
  stop(): Promise<void>
}

/** Starts a world with an empty database on free ports. */
export const startShotWorld = async (
  browser: Browser,
  builds: Builds,
  folder: string,
): Promise<ShotWorld> => {
  const world = await startDeskWorld(builds.bundle)
  const ownSheetUrl = await world.preview(builds.ownSheet)
  const { serverUrl } = world
  const site = await startStaticSite(builds.site, { builtFor: BUILT_FOR, backend: serverUrl })
  return {
    take: (scene, variant, person) => {
      const shared = { variant, folder, stage: createStage(world, person) }
      if (scene.on === 'web') return takeWeb(browser, site.url, { scene, ...shared })
      const previewUrl = scene.sheet === 'own' ? ownSheetUrl : world.previewUrl
      return takePhone(browser, previewUrl, { scene, ...shared })
    },
    stop: async () => {
      await site.close()
      await world.stop()
    },
  }
}
