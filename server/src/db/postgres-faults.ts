import { anyErrorCode, errorCode } from '../system-error-code'
import { StartupFault } from '../startup-fault'

const OLDEST = 14

/** What to do when PostgreSQL does not let us in, by the code of its refusal. */
const REMEDIES: Readonly<Record<string, string>> = {
  '3D000': 'create the database that it names',
  '28P01': 'check user and password',
  '28000': 'check the user, and whether it has to come over TLS (sslmode=verify-full)',
  '53300': 'close other connections, or raise its max_connections',
  'no TLS': 'switch it on there, or leave sslmode out where the network is your own',
  ENOTFOUND: 'check the name of its host',
  ENOENT:
    'check the files that it names (sslrootcert, sslcert, sslkey), or the folder of its socket',
  EACCES: 'allow this user to read the files that it names, or the folder of its socket',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'name the certificate of its authority (sslrootcert)',
  SELF_SIGNED_CERT_IN_CHAIN: 'name the certificate of its authority (sslrootcert)',
}

// What node-postgres says without a code.
const WITHOUT_TLS = 'The server does not support SSL connections'

/** The fault of a PostgreSQL that no connection was made to. */
export const notLetIn = (error: unknown): StartupFault => {
  const isWithoutTls = error instanceof Error && error.message === WITHOUT_TLS
  const code = errorCode(error) ?? (isWithoutTls ? 'no TLS' : 'no answer')
  const remedy = REMEDIES[code] ?? 'start it and check address, user and password'
  return new StartupFault(
    `The PostgreSQL that DATABASE_URL names does not let us in (${code}): ${remedy}.`,
  )
}

/** What a PostgreSQL says about one of its databases. */
export interface PostgresTraits {
  readonly encoding: string
  /** Its `DateStyle`, such as `ISO, MDY`. */
  readonly dates: string
  /** Its `server_version_num`, such as 180001. */
  readonly version: number
}

/** The fault of a database that must not keep accounts, null for one that may (docs/deploy.en.md 1). */
export const unfit = ({ encoding, dates, version }: PostgresTraits): StartupFault | null => {
  const major = Math.floor(version / 10_000)
  if (major < OLDEST) {
    return new StartupFault(
      `DATABASE_URL names a PostgreSQL ${major}: take ${OLDEST} or a newer one.`,
    )
  }
  // Names in Chinese would be refused by some encodings, and be counted in bytes by others.
  if (encoding !== 'UTF8') {
    return new StartupFault(
      `The database that DATABASE_URL names has the encoding ${encoding}: make one with "create database … encoding 'UTF8' template template0".`,
    )
  }
  // Days would be read as months, and sessions end in another year.
  if (!dates.startsWith('ISO')) {
    return new StartupFault(
      `The database that DATABASE_URL names writes dates in the style ${dates}: run "alter database … set datestyle to 'ISO'".`,
    )
  }
  return null
}

const NOT_MIGRATED: Readonly<Record<string, string>> = {
  '25006':
    'The database that DATABASE_URL names is read-only (25006): name the primary, not a replica.',
  '3F000':
    'The database has no schema to keep tables in (3F000): run "create schema public", or let search_path name one that is there.',
  '42501':
    'The user in DATABASE_URL may not change the tables of the database (42501): make it the owner of the database, or run "grant create on schema public to …" as its owner.',
  '42P07':
    'The database holds tables that this server did not make (42P07): name a database of its own in DATABASE_URL.',
  '55P03':
    'Another program held a table of the database for ten seconds (55P03): start the server again when it has ended.',
}

/** The fault of a database that cannot be migrated as it stands; null for an error that is another's. */
export const notMigrated = (error: unknown): StartupFault | null => {
  const sentence = NOT_MIGRATED[anyErrorCode(error) ?? '']
  return sentence === undefined ? null : new StartupFault(sentence)
}
