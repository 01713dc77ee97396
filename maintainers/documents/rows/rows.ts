import type { Row } from '../row'
import { cloudFunction } from './cloud-function'
import { getUserInfoAge } from './get-user-info-age'
import { getUserProfile } from './get-user-profile'
import { linking } from './linking'
import { older } from './older'
import { phoneLogin } from './phone-login'
import { phoneUpdate } from './phone-update'
import { profileUpdate } from './profile-update'
import { sealedProfile } from './sealed-profile'
import { silentLogin } from './silent-login'
import { severalPlatforms } from './several-platforms'
import { tianmuButton } from './tianmu-button'
import { tianmuPopup } from './tianmu-popup'

/** Every row, in the order of the documents. */
export const rows: readonly Row[] = [
  ...cloudFunction,
  ...tianmuPopup,
  ...tianmuButton,
  ...getUserProfile,
  ...sealedProfile,
  ...silentLogin,
  ...phoneLogin,
  ...profileUpdate,
  ...phoneUpdate,
  ...linking,
  ...severalPlatforms,
  ...getUserInfoAge,
  ...older,
]
