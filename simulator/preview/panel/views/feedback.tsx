import type { ScreenState } from '../../../wx/screen/screen'
import { pictureUrl } from '../model/pictures'
import { Icon } from './icons'

const MARKS = { success: 'check', error: 'cross' } as const

/** Toast and loading: dark tiles in the middle of the screen. A mask catches every touch. */
export const Feedback = ({ screen: { toast, loading } }: { screen: ScreenState }) => {
  const shown = loading ?? toast
  if (shown === null) return null
  const icon = loading === null ? (toast?.icon ?? 'none') : 'loading'
  const mark = MARKS[icon as keyof typeof MARKS]
  const image = loading === null ? (toast?.image ?? '') : ''
  return (
    <div class={`feedback ${shown.mask ? 'masked' : ''}`}>
      <div class={icon === 'none' && image === '' ? 'tile words' : 'tile'} id="toast" role="status">
        {image !== '' && <img src={pictureUrl(image)} alt="" width="40" height="40" />}
        {image === '' && icon === 'loading' && <span class="spinner white" />}
        {image === '' && mark !== undefined && <Icon name={mark} size={40} />}
        <span>{shown.title}</span>
      </div>
    </div>
  )
}
