import { Page } from '../../../ui/Page'
export default function P() {
  return <Page title="legal/terms" />
}
