import type { PreviewModel, PreviewView } from '../model/model'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'

/** WeChat's own menu behind the three dots. A page without onShareAppMessage cannot be shared. */
export const Menu = ({
  model,
  view,
  texts,
}: {
  model: PreviewModel
  view: PreviewView
  texts: Texts
}) => {
  const close = () => model.turnMenu('closed')
  const canShare = view.frame?.canShare === true
  return (
    <Dialog label={texts.more} look="menu" onLeave={close}>
      <button type="button" id="menu-share" disabled={!canShare} onClick={model.share}>
        {texts.share}
        {!canShare && <small>{texts.shareNot}</small>}
      </button>
      <button type="button" id="menu-relaunch" onClick={() => void model.relaunch()}>
        {texts.relaunch}
      </button>
      <button type="button" id="popup-cancel" class="apart" onClick={close}>
        {texts.cancel}
      </button>
    </Dialog>
  )
}
