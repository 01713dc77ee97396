import { hash as realHash, verify } from '@node-rs/argon2'

// What is modelled is who gets in, not how long a guess takes: real argon2 with little work.
export const hash = (password) => realHash(password, { memoryCost: 8, timeCost: 1 })
export { verify }
