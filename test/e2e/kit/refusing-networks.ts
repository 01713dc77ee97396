import { createNetwork, type Network } from '../../../simulator/index'

const REFUSAL = new TextEncoder().encode(
  JSON.stringify({ error_msg: 'prove it', error_code: 'reauthentication_required' }),
)

/** Hosts of a bundle and where they are. */
export type Hosts = Readonly<Record<string, string>>

/** Links no WeChat: a linked one confirms who the person is by itself. */
export const linkingNone = (hosts: Hosts): Network => {
  const network = createNetwork(hosts)
  network.losing = 'user-associate'
  return network
}

/** Changes no account, either, before the person has confirmed that it is them. */
export const refusingChanges = (hosts: Hosts): Network => {
  const network = linkingNone(hosts)
  return {
    ...network,
    send: (request) =>
      request.method === 'PUT' && request.url.endsWith('/user/account/')
        ? Promise.resolve({ status: 403, headers: {}, cookies: [], body: REFUSAL.buffer })
        : network.send(request),
  }
}
