import { blockAccount, unblockAccount } from '../accounts/sign-in/block'
import { accountOf } from './account-of'
import type { Command, Destroying } from './command'
import { erase } from './erase'
import { exportTo } from './export'
import { find } from './find'
import { importAccounts } from './import/import-accounts'
import type { Operator } from './operator'
import { Refusal } from './refusal'
import type { Report } from './report'
import { endSessionsOf, sessionsOf } from './sessions'
import { show } from './show'
import { unlink } from './unlink'

/** What is said before a command that cannot be undone, or signs people out. */
const WARNINGS: Readonly<Record<Destroying['name'], string>> = {
  block: 'This signs the account out everywhere and refuses every sign-in.',
  'end-sessions': 'This ends sessions of the account.',
  unlink: 'This removes WeChat from the account and signs it out everywhere.',
  erase: 'This deletes the account and everything held about it, for good.',
}

const confirm = async ({ ask }: Operator, { name, id, confirmation }: Destroying) => {
  if (confirmation === 'given') return
  if (ask === null) {
    throw new Refusal(`Nothing was done: without a terminal to ask at, ${name} needs --yes.`)
  }
  const typed = await ask(`${WARNINGS[name]} Type ${id} to go on: `)
  if (typed.trim() !== String(id)) throw new Refusal('Nothing was done: that was not the id.')
}

/**
 * Carries a command out, after a confirmation where it destroys something; returns what to print. Rejects with a
 * `Refusal` when it is not carried out.
 */
export const runCommand = async (operator: Operator, line: Command): Promise<Report> => {
  const { context, name } = operator
  if (line.name === 'find') return find(operator, line.text)
  if (line.name === 'import') {
    return importAccounts(operator, line.file, { write: line.mode === 'write', out: line.out })
  }
  const { id } = line
  const account = await accountOf(operator, id)
  if ('confirmation' in line) await confirm(operator, line)
  switch (line.name) {
    case 'show':
      return show(operator, account, line.personalData)
    case 'sessions':
      return sessionsOf(operator, account)
    case 'block':
      return { id, result: (await blockAccount(context, id, name)) ? 'blocked' : 'was blocked' }
    case 'unblock':
      return {
        id,
        result: (await unblockAccount(context, id, name)) ? 'unblocked' : 'was not blocked',
      }
    case 'end-sessions':
      return endSessionsOf(operator, account, line.session)
    case 'unlink':
      return unlink(operator, account, line)
    case 'export':
      return exportTo(operator, account, line.out)
    case 'erase':
      return erase(operator, account)
  }
}
