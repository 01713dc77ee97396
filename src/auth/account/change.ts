import { withAccount, writeAccount, type AccountChanges } from '../../baas/account'
import type { Auth } from '../auth'
import { attempt, type Outcome } from './attempt'
import { write } from './write'

/** Changes what the account is known by, with one request; null removes a name. Apart from account.ts for the legal page. */
export const changeAccount = (auth: Auth, changes: AccountChanges): Promise<Outcome> =>
  attempt(
    write(auth, (send) => writeAccount(send, changes), withAccount),
    { 400: 'conflict' },
  )
