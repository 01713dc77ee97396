import { privacyTexts } from '../../i18n/privacy'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/form/Button'
import { useServices } from '../services'
import { useCountdown } from './use-countdown'

interface Props {
  /** From when on WeChat asks again, in milliseconds since 1970; 0: at once. */
  fromMs: number
  onAgree: () => void
}

/** The way back after a refusal. While WeChat would not ask, the button counts down instead of doing nothing. */
export const AgreeAgain = ({ fromMs, onAgree }: Props) => {
  const { clock } = useServices().platform
  const texts = useTexts(privacyTexts)
  const seconds = useCountdown(clock, fromMs)
  return (
    <Button
      id="consent-agree"
      label={seconds === 0 ? texts.agreeAgain : texts.agreeIn.replace('{seconds}', String(seconds))}
      look="plain"
      state={seconds === 0 ? 'ready' : 'disabled'}
      onTap={onAgree}
    />
  )
}
