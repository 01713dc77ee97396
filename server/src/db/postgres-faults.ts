import { anyErrorCode, errorCode } from '../system-error-code'
import { StartupFault } from '../startup-fault'

const OLDEST = 14

/** What to do when PostgreSQL does not let us in, by the code of its refusal. */
const REMEDIES: Readonly<Record<string, string>> = {
  '3D000': 'create the database that it names',
  '28P01': 'check user and password',
  '28000': 'check the user, and whether it has to come over TLS (sslmode=verify-full)',
  '53300': 'close other connections, or raise its max_connections',
  ENOTFOUND: 'check the name of its host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'name the certificate of its authority (sslrootcert)',
  SELF_SIGNED_CERT_IN_CHAIN: 'name the certificate of its authority (sslrootcert)',
}

/** The fault of a PostgreSQL that no connection was made to. */
export const notLetIn = (error: unknown): StartupFault => {
  const code = errorCode(error) ?? 'no answer'
  const remedy = REMEDIES[code] ?? 'start it and check address, user and password'
  return new StartupFault(
    `The PostgreSQL that DATABASE_URL names does not let us in (${code}): ${remedy}.`,
  )
}

/** What a PostgreSQL says about one of its databases. */
export interface PostgresTraits {
  readonly encoding: string
  /** Its `server_version_num`, such as 180001. */
  readonly version: number
}

/** The fault of a database that must not keep accounts, null for one that may (docs/deploy.en.md 1). */
export const unfit = ({ encoding, version }: PostgresTraits): StartupFault | null => {
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
  return null
}

const NOT_MIGRATED: Readonly<Record<string, string>> = {
  '25006':
    'The database that DATABASE_URL names is read-only (25006): name the primary, not a replica.',
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
