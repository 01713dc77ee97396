import { phoneIndex } from '../../src/security/phone'
import type { Act, Step } from './acts'
import { told } from './acts'
import { Entered, methodsOf, proven, type Methods } from './accounts'
import { finale } from './finale'
import { peopleOf, type Device, type Person, type Side } from './people'
import { perform } from './perform'
import type { Reply, World } from './world'

/** An invariant that does not hold, with the story that broke it. */
export class Broken extends Error {
  constructor(
    invariant: string,
    readonly lines: readonly string[],
  ) {
    super(`${invariant}\n${lines.map((line, i) => `${i + 1}. ${line}`).join('\n')}`)
  }
}

/** A session of the owner's that the attacker copied. */
interface Theft {
  readonly token: string
  readonly account: number
}

const TEN_MINUTES_MS = 10 * 60_000

/** A story under way: who is in it, what they have entered, and what happened so far. */
export class Story {
  readonly people: Readonly<Record<Side, Person>>
  readonly entered = new Entered()
  readonly lines: string[] = []
  /** Stolen sessions that a change by the owner has ended. */
  readonly ended = new Set<string>()
  readonly passwords = new Map<number, string>()
  private readonly thefts: Theft[] = []
  private readonly stolen: Device
  private previous: Step | null = null

  constructor(
    readonly world: World,
    n: number,
  ) {
    this.people = peopleOf(n)
    const [device] = this.people.attacker.devices
    if (device === undefined) throw new Error('the attacker has no device')
    this.stolen = { ...device, name: 'stolen', origin: 'stolen', token: null }
  }

  broken(invariant: string): Broken {
    return new Broken(invariant, this.lines)
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.take(step)
    await finale(this)
  }

  private async take(step: Step): Promise<void> {
    if (step.kind === 'wait') {
      this.lines.push(told(step))
      this.world.clock.advance(step.ms)
      return
    }
    if (step.kind === 'again') {
      if (this.previous !== null) await this.take(this.previous)
      return
    }
    const before = await methodsOf(this.world, this.entered.of('owner'))
    const acts = step.kind === 'both' ? step.steps : [step]
    await Promise.all(acts.map((each) => (each.kind === 'act' ? this.act(each) : undefined)))
    await this.world.settled()
    this.previous = step
    const isAttack = acts.every((each) => each.kind === 'act' && each.who === 'attacker')
    await this.check(isAttack ? before : null)
  }

  private deviceOf({ who, device }: Extract<Step, { kind: 'act' }>): Device {
    const own = this.people[who].devices[device === 2 ? 0 : device]
    if (own === undefined) throw new Error('no such device')
    return device === 2 && who === 'attacker' && this.stolen.token !== null ? this.stolen : own
  }

  private async act(step: Extract<Step, { kind: 'act' }>): Promise<void> {
    if (step.act.kind === 'steal') return this.steal(step.act.device)
    const device = this.deviceOf(step)
    const person = this.people[step.who]
    const reply = await perform(this.world, { person, device, people: this.people }, step.act)
    const code = reply?.body['error_code']
    const account = reply === null ? null : await this.learn(step.who, device, step.act, reply)
    this.lines.push(
      `${told(step)} → ${reply?.status ?? 'sent'}${code === undefined ? '' : ` ${String(code)}`}${account === null ? '' : ` [account ${account % 1000}]`}`,
    )
    if (reply !== null && step.who === 'owner') await this.blocksNobody(step.act, reply)
  }

  /** Copies a session of the owner's; one of the last ten minutes counts as a sign-in, so a thief waits (O4). */
  private async steal(which: 0 | 1): Promise<void> {
    const device = this.people.owner.devices[which]
    const token = device?.token ?? null
    const now = this.world.clock.now()
    if (device === undefined || token === null) return
    if (now - device.signedInMs <= TEN_MINUTES_MS) this.world.clock.advance(TEN_MINUTES_MS + 1)
    const account = await this.accountOf(device)
    if (account === null) return
    this.stolen.token = token
    this.thefts.push({ token, account })
    this.lines.push(
      `the attacker copies the session of the owner's device ${which} [account ${account % 1000}]`,
    )
  }

  private async accountOf({ token, address, id }: Device): Promise<number | null> {
    const path = '/ext/v1/sessions/'
    const reply = await this.world.send({ method: 'GET', path, token, address, device: id })
    if (reply.status !== 200 || token === null) return null
    const { hashToken } = await import('../../src/sessions/token')
    const { sessions } = await import('../../src/db/schema')
    const { eq } = await import('drizzle-orm')
    const [row] = await this.world.context.db
      .select({ userId: sessions.userId })
      .from(sessions)
      .where(eq(sessions.tokenHash, hashToken(token)))
    return row?.userId ?? null
  }

  private async learn(who: Side, device: Device, act: Act, reply: Reply): Promise<number | null> {
    if (reply.status >= 300 || device.token === null) return null
    const account = await this.accountOf(device)
    if (account === null) return null
    if (device.origin === 'own') this.entered.add(account, who)
    const person = this.people[who]
    if (act.kind === 'register') this.passwords.set(account, person.passwords[0] ?? '')
    if (act.kind === 'newPassword') this.passwords.set(account, person.passwords[act.next] ?? '')
    const rotated = act.kind !== 'register' && typeof reply.body['token'] === 'string'
    if (who === 'owner' && (act.kind === 'endOthers' || (rotated && CHANGES.has(act.kind))))
      for (const theft of this.thefts) if (theft.account === account) this.ended.add(theft.token)
    return account
  }

  /** A claim is in nobody's way: no refusal to the owner may come from what the attacker only typed (O1). */
  private async blocksNobody(act: Act, { body }: Reply): Promise<void> {
    const code = body['error_code']
    if (code !== 'email_of_another' && code !== 'phone_of_another') return
    const others = await methodsOf(this.world, this.entered.of('attacker'))
    const isTheirs = others.some((other) =>
      code === 'email_of_another'
        ? other.email_verified && other.email === this.people.owner.email
        : other.phone_verified && this.indexes('owner').includes(other.phone_index ?? ''),
    )
    const own = await methodsOf(this.world, this.entered.of('owner'))
    const isOwn = own.some(({ email_verified: email, phone_verified: phone }) =>
      code === 'email_of_another' ? email : phone,
    )
    const namesOwn = !('of' in act) || act.of === 'owner'
    if (namesOwn && (isTheirs || !isOwn))
      throw this.broken(`The owner's own identifier is refused (${String(code)}).`)
  }

  indexes(side: Side): string[] {
    return this.people[side].phones.map((phone) => phoneIndex(this.world.context.vault, phone))
  }

  /** `before` holds the owner's methods where only the attacker acted: then they are the same now. */
  private async check(before: readonly Methods[] | null): Promise<void> {
    const [shared] = this.entered.shared()
    if (shared !== undefined)
      throw this.broken(`Owner and attacker have both entered account ${shared % 1000}.`)
    const now = await methodsOf(this.world, this.entered.of('owner'))
    if (before !== null && JSON.stringify(proven(before)) !== JSON.stringify(proven(now)))
      throw this.broken("The attacker changed what opens the owner's account.")
    for (const side of ['owner', 'attacker'] as const) await this.checkMixture(side)
  }

  /** No account holds a verified identifier or a WeChat of one who has not entered it. */
  private async checkMixture(side: Side): Promise<void> {
    const other = side === 'owner' ? 'attacker' : 'owner'
    const { email, openids } = this.people[other]
    for (const account of await methodsOf(this.world, this.entered.of(side))) {
      const isMixed =
        (account.email_verified && account.email === email) ||
        (account.phone_verified && this.indexes(other).includes(account.phone_index ?? '')) ||
        account.openids.some((openid) => openids.includes(openid))
      if (isMixed)
        throw this.broken(
          `Account ${account.id % 1000} of the ${side} is opened by what is the ${other}'s.`,
        )
    }
  }
}

const CHANGES: ReadonlySet<Act['kind']> = new Set([
  'change',
  'newPassword',
  'verifyEmail',
  'verifyPhone',
  'link',
  'bindPhone',
])
