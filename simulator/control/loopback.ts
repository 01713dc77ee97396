import type { FastifyReply, FastifyRequest } from 'fastify'

const isLoopbackHostname = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

const isLoopbackAddress = (address: string): boolean =>
  address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)

const isLoopbackUrl = (url: string): boolean =>
  URL.canParse(url) && isLoopbackHostname(new URL(url).hostname)

const refuse = (reply: FastifyReply, error: string) => reply.code(403).send({ error })

/**
 * Lets a request through only if it comes from this machine, was addressed to it by a loopback name
 * (a rebound DNS name shows itself in Host) and, if a page sent it, from a page served here, on any port.
 * Such a page may read the answer. Everything else gets 403.
 */
export const loopbackOnly = async (
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> => {
  const { host = '', origin } = request.headers
  if (!isLoopbackAddress(request.socket.remoteAddress ?? '')) {
    return refuse(reply, 'The control API answers this machine only: call it from here.')
  }
  if (!isLoopbackUrl(`http://${host}`)) {
    return refuse(
      reply,
      'The control API answers to localhost and 127.0.0.1 only: use one of these names.',
    )
  }
  if (origin === undefined) return undefined
  if (!isLoopbackUrl(origin)) {
    return refuse(
      reply,
      'The control API serves pages from localhost only: open the page from there.',
    )
  }
  reply.header('access-control-allow-origin', origin).header('vary', 'origin')
  return undefined
}

/** Answers the preflight of a page that `loopbackOnly` has let through. */
export const answerPreflight = async (
  _request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> =>
  reply
    .code(204)
    .header('access-control-allow-methods', 'GET, POST')
    .header('access-control-allow-headers', 'content-type')
    .send()
