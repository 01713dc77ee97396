import { appid } from './checks/appid'
import { bundle } from './checks/bundle'
import { clientId } from './checks/client-id'
import { clock } from './checks/clock'
import { database } from './checks/database'
import { floor } from './checks/floor'
import { hosts } from './checks/hosts'
import { legal } from './checks/legal'
import { node } from './checks/node'
import { privacy } from './checks/privacy'
import { profileWriter } from './checks/profile-writer'
import { serverSettings } from './checks/server-settings'
import { smsCountries } from './checks/sms-countries'
import { versions } from './checks/versions'
import type { Check } from './finding'

/** Everything that the doctor looks at, in the order of its report. */
export const checks: readonly Check[] = [
  node,
  versions,
  appid,
  clientId,
  hosts,
  legal,
  bundle,
  floor,
  privacy,
  profileWriter,
  smsCountries,
  serverSettings,
  database,
  clock,
]
