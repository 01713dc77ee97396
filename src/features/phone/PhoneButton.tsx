import { useAuthKit } from '../../auth/AuthProvider'
import type { PhoneButtonDetail } from '../../auth/account/phone'
import { notePhoneAnswer } from '../../auth/observe'
import { Button } from '../../ui/form/Button'
import type { ButtonProps } from '../../ui/form/button.types'

interface Props extends Pick<ButtonProps, 'id' | 'label' | 'look' | 'state'> {
  onAnswer: (detail: PhoneButtonDetail) => void
}

/**
 * WeChat's phone button, in the variant the build chose. It stays where it is until its event has come, and
 * shows no progress on the tap: a closed sheet may send nothing (docs/wechat.md 4.4, 8.3).
 * WeChat's own notice of an exhausted quota is off (config/quota-toast.ts): we say it in our words.
 */
export const PhoneButton = ({ onAnswer, ...face }: Props) => {
  const { timeline } = useAuthKit()
  const answered = ({ detail }: { detail: PhoneButtonDetail }) => {
    if (__DEVELOPMENT__ && timeline !== undefined) notePhoneAnswer(timeline, detail)
    onAnswer(detail)
  }
  return __FEATURES__.phone === 'realtime' ? (
    <Button {...face} openType="getRealtimePhoneNumber" onGetRealTimePhoneNumber={answered} />
  ) : (
    <Button {...face} openType="getPhoneNumber" onGetPhoneNumber={answered} />
  )
}
