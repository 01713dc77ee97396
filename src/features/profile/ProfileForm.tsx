import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { Failure } from '../../auth/failure'
import type { Member } from '../../auth/member'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { profileTexts } from '../../i18n/profile'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import type { NicknameReview } from '../../ui/form/field.types'
import { Form } from '../../ui/form/Form'
import { Toast } from '../../ui/feedback/Toast'
import { useServices } from '../services'
import { RefusalNotice } from '../shared/RefusalNotice'
import { useAction } from '../shared/use-action'
import { AvatarPicker } from './AvatarPicker'
import { createNicknameReview } from './nickname-review'
import { LONGEST_NICKNAME_UNITS, nicknameProblem, type NicknameProblem } from './nickname'

type Problem = NicknameProblem | 'nicknameRejected' | 'nicknameRisky'

/** What the form has come to. */
type FormState =
  | { readonly tag: 'untouched' | 'saved' }
  | { readonly tag: 'wrong'; readonly problem: Problem }
  | { readonly tag: 'failed'; readonly failure: Failure }

const REJECTED: FormState = { tag: 'wrong', problem: 'nicknameRejected' }

/** Picture and name by the person's own hand: the way WeChat means it today (docs/wechat.md 1.1, 2.1). */
export const ProfileForm = ({ user, onSaved }: { user: Member; onSaved: () => void }) => {
  const { platform } = useServices()
  const { checkNickname } = useAccount()
  const updateProfile = useWechatAuth((auth) => auth.updateProfile)
  // What the form opened with and has saved: only what differs from it is sent, so that another phone's change stays.
  const [before, setBefore] = useState(user)
  const [avatar, setAvatar] = useState(user.avatar)
  const [outcome, setOutcome] = useState<FormState>({ tag: 'untouched' })
  const [review] = useState(() => createNicknameReview(platform.clock.after))
  const texts = useTexts(profileTexts)
  const refusals = useTexts(refusalTexts)
  const { save, saved } = useTexts(formTexts)
  const { state, run } = useAction()
  const picture = useAction()
  const isUploading = picture.state === 'busy'

  /** What is wrong with a nickname; undefined when nothing. */
  const judge = async (nickname: string): Promise<FormState | undefined> => {
    if (nickname === '' && review.isRejected()) return REJECTED
    const problem = nicknameProblem(nickname)
    if (problem !== undefined) return { tag: 'wrong', problem }
    if (nickname === before.nickname) return undefined
    if (platform.client === 'WECHAT' && (await review.verdict()) === 'rejected') return REJECTED
    const check = await checkNickname(nickname)
    if (check.tag === 'failed') return check
    return check.value ? { tag: 'wrong', problem: 'nicknameRisky' } : undefined
  }

  const submit = async (typed: string): Promise<FormState> => {
    const nickname = typed.trim()
    const wrong = await judge(nickname)
    if (wrong !== undefined) return wrong
    const changes = {
      ...(nickname !== before.nickname && { nickname }),
      ...(avatar !== before.avatar && { avatar }),
    }
    if (Object.keys(changes).length > 0) {
      const written = await updateProfile(changes)
      if (written.tag === 'failed') return written
      setBefore({ ...before, ...changes })
    }
    if (review.isRejected()) return REJECTED
    onSaved()
    return { tag: 'saved' }
  }

  const onReview = (answer: NicknameReview) => {
    review.reviewed(answer)
    // WeChat may take longer than the submit waits; it has emptied the field, and the person needs the reason.
    if (review.isRejected()) setOutcome(REJECTED)
  }

  const onStored = (address: string) => {
    setAvatar(address)
    // The profile that was saved before does not have this picture.
    setOutcome({ tag: 'untouched' })
  }

  const onSubmit = ({ nickname = '' }: Readonly<Record<string, string>>) =>
    run(() => {
      setOutcome({ tag: 'untouched' })
      return submit(nickname).then(setOutcome)
    })

  return (
    <Card>
      <AvatarPicker src={avatar} name={user.nickname} upload={picture} onStored={onStored} />
      <Form id="profile-form" onSubmit={onSubmit}>
        <Field
          id="profile-nickname"
          name="nickname"
          kind="nickname"
          label={texts.nickname}
          hint={texts.nicknameHint}
          initial={user.nickname}
          example={texts.nicknameExample}
          maxLength={LONGEST_NICKNAME_UNITS}
          onChange={review.changed}
          onReview={onReview}
          {...(outcome.tag === 'wrong'
            ? { error: { ...texts, ...refusals }[outcome.problem] }
            : {})}
        />
        <Button
          id="profile-save"
          formType="submit"
          label={save}
          state={isUploading ? 'disabled' : state}
        />
      </Form>
      {outcome.tag === 'saved' && <Toast id="profile-saved" text={saved} />}
      {outcome.tag === 'failed' && <RefusalNotice id="profile-failure" failure={outcome.failure} />}
    </Card>
  )
}
