import { useAuthKit } from '../../auth/AuthProvider'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { verifyEmail } from '../../baas/email-links'
import { useTexts } from '../../i18n/LanguageProvider'
import { letterTexts } from '../../i18n/letters'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { useServices } from '../services'
import { FailureNotice } from '../shared/FailureNotice'
import { useAttempt } from '../shared/use-attempt'
import { DeadLink } from './DeadLink'
import { DoneToSignIn } from './DoneToSignIn'

interface Props {
  token: string
  /** The person wants another letter. */
  onAskAgain: () => void
}

/**
 * Verifies an address by the link of a letter, at a tap: mail scanners open links, and would use it up. Somebody who
 * is signed in learns what their own address is by now, whether or not the link was good.
 */
export function VerifyLinkPanel({ token, onAskAgain }: Props) {
  const { auth } = useAuthKit()
  const { baas } = useServices()
  const user = useWechatAuth(({ user: member }) => member)
  const texts = useTexts(webTexts)
  const letter = useTexts(letterTexts)
  const { attempt, state, start } = useAttempt({ 404: 'denied' })

  const verify = () =>
    start(async () => {
      const verified = verifyEmail(auth.request, token)
      await verified.finally(() => user !== null && baas.auth.getCurrentUser().catch(() => user))
    })

  if (attempt.tag === 'done') {
    return user === null ? (
      <DoneToSignIn id="verify-link" text={texts.verified} />
    ) : (
      <Notice id="verify-link-done" tone="good" text={texts.verified} />
    )
  }
  if (attempt.tag === 'failed' && attempt.kind === 'denied') {
    return user?._email_verified === true ? (
      <Notice id="verify-link-already" tone="good" text={letter.alreadyVerified} />
    ) : (
      <DeadLink id="verify-link" text={letter.verifyDead} onAskAgain={onAskAgain} />
    )
  }
  return (
    <Card>
      <Button id="verify-link-confirm" label={letter.verify} state={state} onTap={verify} />
      {attempt.tag === 'failed' && <FailureNotice id="verify-link-failure" kind={attempt.kind} />}
    </Card>
  )
}
