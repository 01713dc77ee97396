// Runs in threads of its own, see hash-threads.ts.
import { hashSync, verifySync } from '@node-rs/argon2'

export const hash = ({ password, cost }) => hashSync(password, cost)

export const verify = ({ password, hashed }) => verifySync(hashed, password)
