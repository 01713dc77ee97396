import { sql } from 'drizzle-orm'
import { phoneIndex } from '../../src/security/phone'
import { hashToken } from '../../src/sessions/token'
import { CHANGES, SIGN_INS, told, type Act, type Step } from './acts'
import { Entered, methodsOf, type Methods } from './accounts'
import { Broken } from './broken'
import { finale } from './finale'
import { actsForAnother, brokenBy, opensOtherwise, refusesOwn, tooOften } from './invariants'
import { resetToken, resetTokens } from './messages'
import { peopleOf, type Device, type Person, type Side } from './people'
import { perform } from './perform'
import type { StoryState } from './state'
import { Thefts } from './thefts'
import type { Reply, World } from './world'

const TEN_MINUTES_MS = 10 * 60_000

/** A story under way: who is in it, what they have entered, and what happened so far. */
export class Story implements StoryState {
  readonly people: Readonly<Record<Side, Person>>
  readonly entered = new Entered()
  readonly lines: string[] = []
  readonly thefts = new Thefts()
  readonly passwords = new Map<number, string>()
  /** What opened the accounts of both after the last step. */
  known: readonly Methods[] = []
  /** Tokens of reset links from before a change that ends them. */
  private readonly deadLinks = new Set<string>()
  private readonly numbers: Readonly<Record<Side, readonly string[]>>
  private readonly stolen: Device
  private previous: Step | null = null

  constructor(
    readonly world: World,
    n: number,
  ) {
    this.people = peopleOf(n)
    const indexes = (side: Side) =>
      this.people[side].phones.map((phone) => phoneIndex(world.context.vault, phone))
    this.numbers = { owner: indexes('owner'), attacker: indexes('attacker') }
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
    const acts = (step.kind === 'both' ? step.steps : [step]).flatMap((each) =>
      each.kind === 'act' ? [each] : [],
    )
    const before = this.known
    const links = acts.flatMap(({ who }) => resetTokens(this.world, this.people[who]))
    await Promise.all(acts.map((each) => this.act(each)))
    await this.world.settled()
    this.previous = step
    this.known = await methodsOf(this.world, this.entered.all())
    const invariant = brokenBy(this, { acts, before, now: this.known })
    if (invariant !== null) throw this.broken(invariant)
    this.notePasswords(acts, before)
    // What two do at once has no order, so that nothing is known to have been there before.
    const [act, other] = acts
    if (act !== undefined && other === undefined) this.noteEnds(act, before, links)
  }

  /** Notes the passwords of resets, whose sender need not be signed in. */
  private notePasswords(
    acts: readonly Extract<Step, { kind: 'act' }>[],
    before: readonly Methods[],
  ): void {
    for (const { who, act } of acts) {
      if (act.kind !== 'reset') continue
      const account = before.find(
        ({ email, email_verified: verified }) => verified && email === this.people[who].email,
      )
      const now = this.known.find(({ id }) => id === account?.id)
      if (now === undefined || now.password_hash === account?.password_hash) continue
      // Of two who act at once, the last is not known.
      if (acts.length > 1) this.passwords.delete(now.id)
      else this.passwords.set(now.id, this.people[who].passwords[act.password] ?? '')
    }
  }

  /** Notes which copied sessions and mailed links a change of an account has ended (docs/decisions/0011, O2, O3). */
  private noteEnds(
    { who, act }: Extract<Step, { kind: 'act' }>,
    before: readonly Methods[],
    links: readonly string[],
  ): void {
    const isPush = act.kind === 'leaveWechat' || act.kind === 'revokePhone'
    for (const account of before) {
      const now = this.known.find(({ id }) => id === account.id)
      if (now === undefined || isPush || !opensOtherwise(account, now)) continue
      if (who === 'owner') this.thefts.end(account.id)
      const isTheirs = account.email_verified && account.email === this.people[who].email
      if (isTheirs && opensOtherwise(account, now, 'by mail or password')) {
        for (const link of links) this.deadLinks.add(link)
      }
    }
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
    const link = step.act.kind === 'reset' ? resetToken(this.world, person, step.act.age) : null
    const reply = await perform(this.world, { person, device, people: this.people }, step.act)
    const code = reply?.body['error_code']
    const account = reply === null ? null : await this.learn(step.who, device, step.act, reply)
    this.lines.push(
      `${told(step)} → ${reply?.status ?? 'sent'}${code === undefined ? '' : ` ${String(code)}`}${account === null ? '' : ` [account ${account % 1000}]`}`,
    )
    if (reply === null) return
    if (link !== null && reply.status === 200 && this.deadLinks.has(link)) {
      throw this.broken('A reset link outlived a change of the address or the password.')
    }
    const acted = tooOften(reply) ?? actsForAnother(this, step.act, reply, account)
    const invariant = step.who === 'owner' ? await refusesOwn(this, step.act, reply) : null
    const broken = acted ?? invariant
    if (broken !== null) throw this.broken(broken)
  }

  /**
   * Copies a session of the owner's; one of the last ten minutes counts as a sign-in, so a thief waits
   * (docs/decisions/0011, O4).
   */
  private async steal(which: 0 | 1): Promise<void> {
    const device = this.people.owner.devices[which]
    const token = device?.token ?? null
    const now = this.world.clock.now()
    if (device === undefined || token === null) return
    if (now - device.signedInMs <= TEN_MINUTES_MS) this.world.clock.advance(TEN_MINUTES_MS + 1)
    const account = (await this.accountOf(device))?.id
    if (account === undefined) return
    Object.assign(this.stolen, { token, origin: 'stolen' })
    this.thefts.add({ token, account })
    this.lines.push(
      `the attacker copies the session of the owner's device ${which} [account ${account % 1000}]`,
    )
  }

  private async accountOf({ token }: Device) {
    if (token === null) return null
    const { db, clock } = this.world.context
    const now = new Date(clock.now()).toISOString()
    const { rows } = await db.execute<{ id: number; anonymous: boolean }>(sql`
      select users.id, is_anonymous as anonymous from sessions join users on users.id = user_id
      where token_hash = ${hashToken(token)} and expires_at > ${now}`)
    const [row] = rows
    return row === undefined ? null : { id: Number(row.id), isAnonymous: row.anonymous }
  }

  private async learn(who: Side, device: Device, act: Act, reply: Reply): Promise<number | null> {
    if (reply.status >= 300 || device.token === null) return null
    const signedInTo = await this.accountOf(device)
    if (signedInTo === null) return null
    const { id: account, isAnonymous } = signedInTo
    // Who presents what is theirs has an account of their own, also where a copied session was.
    if (SIGN_INS.has(act.kind)) device.origin = 'own'
    // An anonymous account is verified by no one: it belongs to the session.
    const person = this.people[who]
    if (device.origin === 'own' && !isAnonymous) {
      this.entered.add(account, who)
      person.account = account
    }
    if (act.kind === 'register') this.passwords.set(account, person.passwords[0] ?? '')
    if (act.kind === 'newPassword') this.passwords.set(account, person.passwords[act.next] ?? '')
    const rotated = act.kind !== 'register' && typeof reply.body['token'] === 'string'
    if (who === 'owner' && (act.kind === 'endOthers' || (rotated && CHANGES.has(act.kind)))) {
      this.thefts.end(account, act.kind === 'endOthers' ? device.token : null)
    }
    return account
  }

  indexes(side: Side): readonly string[] {
    return this.numbers[side]
  }
}
