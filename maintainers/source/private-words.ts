import { wordsOf } from './identifiers'

/** Words of our own for what the field calls otherwise, and the field's word. */
const PRIVATE_WORDS: ReadonlyMap<string, string> = new Map([
  ['grant', 'session token'],
  ['lease', 'session token'],
  ['proof', 'credentials'],
  ['keeper', 'session store'],
  ['gate', 'authorized request, or sign-in prompt'],
  ['gather', 'batch'],
  ['origin', 'client info'],
  ['spend', 'consume'],
  ['forgive', 'reset'],
  ['outbox', 'mailer'],
  ['desk', 'simulator'],
  ['stage', 'preview'],
  ['hands', 'preview'],
])

// The field's own names that contain such a word.
const OF_THE_FIELD: readonly RegExp[] = [
  // React components that decide what is shown, as in other auth libraries.
  /^(?:Auth|Consent)Gate/,
  // OAuth's and WeChat's parameter.
  /^grant_type$/,
  // The web's word for scheme, host and port.
  /^(?:origin|crossOrigin\w*|listeningOrigin|ShareOrigin)$/,
  // The usual word for a lock that ends by itself.
  /^(?:LEASE_MS|takeLease)$/,
  // CSS's and WeChat's.
  /^transformOrigin$/,
  // webpack's.
  /^(?:stage|PROCESS_ASSETS_STAGE\w*)$/,
  // As in Django's tests: where mails and texts stay that would have been sent. The simulator's control API is
  // called so.
  /^(?:create)?Outbox(?:List)?$|^outbox(?:Of|Calls|Empty|EmptyLead)?$|^outbox-(?:calls|list|and-state)/,
]

/**
 * Other forms of them. "granted" is WeChat's word for a permission, and "spent" stands in `link_ticket_spent`, an error
 * code.
 */
const FORMS: ReadonlySet<string> = new Set([
  ...['grants', 'leases', 'leasing', 'proofs', 'keepers', 'gates', 'gating', 'outboxes', 'desks'],
  ...['gathers', 'gathered', 'gathering', 'spends', 'spending'],
  ...['forgives', 'forgave', 'forgiven', 'forgiving'],
])

/** The private words in a name of code or of a file. */
export const privateWordsIn = (name: string): string[] =>
  OF_THE_FIELD.some((known) => known.test(name))
    ? []
    : wordsOf(name).filter((word) => PRIVATE_WORDS.has(word) || FORMS.has(word))
