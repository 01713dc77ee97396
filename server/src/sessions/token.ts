import { hash, randomBytes } from 'node:crypto'

/** A new opaque token: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token. 256 random bits need no salt and no slow hash. */
export const hashToken = (token: string): string => hash('sha256', token, 'base64url')
