import { createBackground } from './background'
import type { Clock } from './clock'
import type { Context } from './context'
import type { Database } from './db/database'
import { createMailer } from './mailer/mailer'
import type { Holdings } from './modules/holdings'
import { nowhere } from './place'
import { createHumanCheck } from './security/human-check'
import { createSlowLane } from './security/slow-lane'
import { createVault } from './security/vault'
import type { Settings } from './settings/types'
import { createWechatClient } from './wechat/client'

/** The context of one process, over an open and migrated database. `holdings` is what the modules
 * keep about people; `report` is called with what fails in the background. */
export const createContext = (
  settings: Settings,
  db: Database,
  clock: Clock,
  holdings: readonly Holdings[],
  report: (error: unknown) => void = () => undefined,
): Context => {
  const vault = createVault(settings.keys.sealing, settings.keys.index)
  return {
    settings,
    db,
    clock,
    wechat: createWechatClient(settings.wechat, { db, vault, clock }),
    vault,
    slowLane: createSlowLane(),
    humanCheck: settings.humanCheck === null ? null : createHumanCheck(settings.humanCheck),
    mailer: createMailer(settings.mailer),
    background: createBackground(report),
    placeOf: nowhere,
    holdings,
  }
}
