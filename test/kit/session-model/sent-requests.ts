import type { HttpRequest } from '../../../src/baas/transport'

const DESTROY = '/session/destroy/'

/** Checks what the session machine sends: no token of an old identity, no two flights for one intent. */
export class SentRequests {
  /** What was wrong, read by the next check: thrown here, the machine would catch it. */
  readonly violations: string[] = []
  /** Tokens of identities that are over, also where the same person signed in again. */
  private readonly retired = new Set<string>()
  /** Changes with every token and every sign-out: intents share a flight only within one. */
  private generation = 0
  private readonly intents = new Map<HttpRequest, string>()

  beginGeneration(): void {
    this.generation += 1
  }

  retire(token: string): void {
    this.retired.add(token)
  }

  forget(request: HttpRequest): void {
    this.intents.delete(request)
  }

  forgetAll(): void {
    this.intents.clear()
  }

  check(request: HttpRequest, isOwn: (token: string) => boolean): void {
    const token = request.headers['Authorization']?.replace('Hydrogen-r1 ', '')
    const isOld = token !== undefined && (!isOwn(token) || this.retired.has(token))
    if (isOld && !request.url.endsWith(DESTROY)) {
      this.violations.push('a token of an old identity was sent')
    }
    const isSignIn = request.url.endsWith('login/') || request.url.endsWith('/login/username/')
    if (!isSignIn) return
    const intent = `${this.generation} ${request.url} ${JSON.stringify(request.body)}`
    const alike = [...this.intents.values()].filter((other) => other === intent).length
    // On the wire a renewal and a retry look the same, and are two intents.
    if (alike >= (request.body?.['create_user'] === false ? 2 : 1)) {
      this.violations.push(`two flights for one intent: ${intent}`)
    }
    this.intents.set(request, intent)
  }
}
