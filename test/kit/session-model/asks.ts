import assert from 'node:assert/strict'
import type { Asked } from './server'

/** What was asked for in this run of the app, in order; the member came of one of them. */
export class Asks {
  private readonly asks: Asked[] = []
  private memberAsk = -1

  add(asked: Asked): void {
    this.asks.push(asked)
  }

  forgetAll(): void {
    this.asks.length = 0
    this.memberAsk = -1
  }

  /** Fails where the new member, whom `opens` recognises, came of no request since the one `before` came of. */
  checkMember(opens: (asked: Asked) => boolean, before: 'guest' | 'member'): void {
    const ask = this.asks.findIndex((asked, index) => index > this.memberAsk && opens(asked))
    const isUnasked = before === 'member' && ask < 0
    assert.ok(!isUnasked, 'a session turned into another that was not asked for since')
    // The machine itself may have signed in whom this WeChat opens, as at launch: that used up no ask.
    const mayBeUnasked = before === 'guest' && opens('wechat')
    if (!mayBeUnasked) this.memberAsk = Math.max(ask, this.memberAsk)
  }
}
