/** The form of the random ids that this server makes, the source of a pattern. */
export const UUID_FORM = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

const UUID = new RegExp(`^${UUID_FORM}$`)
// Ids have about 14 digits (docs/protocol.md 7.1); 15 stay below 2^53, so nothing is rounded to another id.
const USER_ID = /^[1-9]\d{0,14}$/

/** Whether a text has the form of a random id. */
export const isUuid = (text: string): boolean => UUID.test(text)

/** Whether a text has the form of an account's id. */
export const isUserId = (text: string): boolean => USER_ID.test(text)

// New accounts are numbered from behind the largest id there is, and stay within the form.
const LARGEST_IMPORTED_ID = 900_000_000_000_000

/** Whether a text is an id that an imported account can keep. */
export const isImportableId = (text: string): boolean =>
  isUserId(text) && Number(text) <= LARGEST_IMPORTED_ID
