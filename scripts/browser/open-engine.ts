import type { EngineBrowser } from './engine-page'
import type { Engine } from './find-program'
import { openBrowser } from './open-browser'
import { openWebkit } from './webkit/open-webkit'

/** Starts a browser of any engine, unseen and with a fresh profile; throws a sentence when there is none. */
export const openEngine = async (engine: Engine): Promise<EngineBrowser> =>
  engine === 'webkit' ? openWebkit() : await openBrowser(engine)
