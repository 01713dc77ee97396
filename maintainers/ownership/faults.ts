/** One place of a fault: a text that occurs in the file exactly once, and what stands there instead. */
interface Edit {
  readonly file: string
  readonly find: string
  readonly replace: string
}

/** A fault, and how it is put into the server. All but `write-reaches-all` were there once. */
export interface Fault {
  /** Its name on the page and on the command line. */
  readonly id: string
  /** What is put back, in one sentence. */
  readonly what: string
  readonly edits: readonly Edit[]
}

const ACCOUNTS = 'server/src/accounts'
const LIMITS = 'server/src/security/limits.ts'

/** The faults that the model of an attacker and an owner has to find. */
export const FAULTS: readonly Fault[] = [
  {
    id: 'sms-enters-claim',
    what: 'A sign-in by text message enters an account that only claims the number.',
    edits: [
      {
        file: `${ACCOUNTS}/phone/sms-login.ts`,
        find: '${hasName(vault, lookup)} and ${users.phoneVerified}`',
        replace: '${hasName(vault, lookup)}`',
      },
    ],
  },
  {
    id: 'reset-link-lives-on',
    what: 'A reset link outlives a change of the address or the password.',
    edits: [
      {
        file: `${ACCOUNTS}/email/reset-links.ts`,
        find: 'await tx.delete(emailLinks).where(eq(emailLinks.userId, userId))',
        replace: 'void [tx, userId]',
      },
      {
        file: `${ACCOUNTS}/email/password-reset.ts`,
        find: 'and(eq(users.id, userId), eq(users.email, email), eq(users.emailVerified, true))',
        replace: 'eq(users.id, userId)',
      },
    ],
  },
  {
    id: 'cancellation-erases',
    what: 'A cancellation at WeChat erases an account that has no password and no verified number, whatever else opens it.',
    edits: [
      {
        file: 'server/src/wechat-push/cancellation.ts',
        find: 'if (await hasSignInMethod(tx, user, { isMailSent: true, but: identity })) {',
        replace: 'if (user.passwordHash !== null || user.phoneVerified) {',
      },
    ],
  },
  {
    id: 'unlimited-changes',
    what: 'Changes of an account, and with them claims, have no limit.',
    edits: [
      {
        file: `${ACCOUNTS}/changes/change-account.ts`,
        find: 'await consume(context, LIMITS.accountChangesPerUser, String(caller.user.id))',
        replace: 'void consume',
      },
    ],
  },
  {
    id: 'unique-claim',
    what: 'A claim is unique: it takes the identifier from its owner.',
    edits: [
      {
        file: `${ACCOUNTS}/identifiers/claims.ts`,
        find: 'from(users).where(verifiedBy(identifier))',
        replace: 'from(users).where(holds(identifier)).orderBy(asc(users.id))',
      },
    ],
  },
  {
    id: 'guesses-lock-owner',
    what: 'Guesses of others lock a name for a quarter of an hour, also on a device that its owner has used.',
    edits: [
      {
        file: `${ACCOUNTS}/sign-in/password-limit.ts`,
        find: 'const familiarity = await familiarityOf(context, userId, client)',
        replace: "const familiarity = [familiarityOf, 'stranger'][1]",
      },
      {
        file: LIMITS,
        find: "'password/target', max: 20, windowMs: 10 * MINUTE",
        replace: "'password/target', max: 20, windowMs: 300 * MINUTE",
      },
    ],
  },
  {
    id: 'sessions-live-on',
    what: 'A phone login that links WeChat or verifies a number leaves the sessions that were there.',
    edits: [
      {
        file: `${ACCOUNTS}/phone/phone-login.ts`,
        find: '      await endSessionsBut(tx, before.id, sessionToken)\n',
        replace: '      void endSessionsBut\n',
      },
      {
        file: `${ACCOUNTS}/phone/phone-login.ts`,
        find: '    await endSessionsWhere(tx, eq(sessions.userId, user.id))\n',
        replace: '',
      },
    ],
  },
  {
    id: 'write-reaches-all',
    what: 'A reset of a password forgets the devices of every account.',
    edits: [
      {
        file: `${ACCOUNTS}/sign-in/known-devices.ts`,
        find: 'await tx.delete(knownDevices).where(eq(knownDevices.userId, userId))',
        replace: 'void [eq, userId]\n  await tx.delete(knownDevices)',
      },
    ],
  },
]
