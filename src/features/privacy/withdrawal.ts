/**
 * The key under which this device keeps the id of the user who took their consent back. Until they agree again,
 * nothing is collected here (use-consent.ts), nor offered (profile/last-answer.ts).
 */
export const WITHDRAWN = 'consent.withdrawn'
