import { createNetwork, type Network } from '../../../simulator/index'
import type { Hosts } from './refusing-networks'

/** A network on which requests arrive; `dropping` loses the answers to those whose URL contains it, null none. */
export interface DroppingNetwork extends Network {
  dropping: string | null
}

/** Connects a phone whose answers can get lost after the server has done what was asked. */
export const droppingAnswers = (hosts: Hosts): DroppingNetwork => {
  const network = createNetwork(hosts)
  const dropping: DroppingNetwork = {
    ...network,
    dropping: null,
    async send(request) {
      const answer = await network.send(request)
      if (dropping.dropping !== null && request.url.includes(dropping.dropping)) {
        throw new Error('net::ERR_CONNECTION_RESET')
      }
      return answer
    },
  }
  return dropping
}
