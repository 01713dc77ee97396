import { createBackground } from './background'
import type { Clock } from './clock'
import type { Context } from './context'
import type { Database } from './db/database'
import { openMailer } from './mailer/mailer'
import type { Holdings } from './modules/holdings'
import { nowhere } from './place'
import { humanCheckOver } from './security/human-check'
import { newSlowLane } from './security/slow-lane'
import { openVault } from './security/vault'
import type { Settings } from './settings/types'
import { wechatClient } from './wechat/client'

/** The context of one process, over an open and migrated database. `holdings` is what the modules
 * keep about people; `report` is called with what fails in the background. */
export const createContext = (
  settings: Settings,
  db: Database,
  clock: Clock,
  holdings: readonly Holdings[],
  report: (error: unknown) => void = () => undefined,
): Context => {
  const vault = openVault(settings.keys.sealing, settings.keys.index)
  return {
    settings,
    db,
    clock,
    wechat: wechatClient(settings.wechat, { db, vault, clock }),
    vault,
    slowLane: newSlowLane(),
    humanCheck: settings.humanCheck === null ? null : humanCheckOver(settings.humanCheck),
    mailer: openMailer(settings.mailer),
    background: createBackground(report),
    placeOf: nowhere,
    holdings,
  }
}
