import { median } from '../../server/bench/statistics'
import { paceOf } from './pace'
import type { PeerServer } from './server'

const READERS = 16
const READS = 4_000
const SIGNING_IN = 4
const SIGN_INS = 16

/**
 * The pace of reads while four connections sign in by password without a pause, as a share of that a moment before:
 * the median of `rounds`.
 */
export const measureReadsMeanwhile = async (
  server: PeerServer,
  rounds: number,
): Promise<number> => {
  const shares: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const alone = await paceOf(server, 'read', READERS, READS)
    let isReading = true
    const signIns = async () => {
      while (isReading) await paceOf(server, 'password sign-in', SIGNING_IN, SIGN_INS)
    }
    const signingIn = signIns()
    const meanwhile = await paceOf(server, 'read', READERS, READS).finally(() => {
      isReading = false
    })
    await signingIn
    shares.push(meanwhile.perSecond / alone.perSecond)
  }
  return median(shares)
}
