import type { ComponentChildren } from 'preact'
import type { BundleState } from '../model/bundle-state'
import type { Problem } from '../model/problems'
import type { Texts } from '../texts/zh'
import { ProblemText } from './problems'

interface Props {
  bundle: BundleState
  /** What is wrong, where the bundle cannot be read. */
  problem: Problem | undefined
  texts: Texts
}

const Words = ({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children?: ComponentChildren
}) => (
  <>
    <strong>{title}</strong>
    <p>{lead}</p>
    {children}
  </>
)

const Content = ({ bundle, problem, texts }: Props) => {
  switch (bundle.kind) {
    case 'nothing':
      return (
        <Words title={texts.bundleMissing} lead={texts.bundleMissingLead}>
          <code>{bundle.folder}</code>
        </Words>
      )
    case 'no-app':
      return (
        <Words title={texts.bundleNoApp} lead={texts.bundleNoAppLead}>
          <code>{bundle.folder}</code>
          {bundle.elsewhere.length > 0 && <p>{texts.bundleElsewhere}</p>}
          {bundle.elsewhere.map((folder) => (
            <code key={folder}>
              {bundle.folder}/{folder}
            </code>
          ))}
        </Words>
      )
    case 'fault':
      return (
        <Words title={texts.bundleFault} lead={texts.bundleFaultLead}>
          <div class="problem">{problem !== undefined && <ProblemText problem={problem} />}</div>
        </Words>
      )
    default:
      return (
        <>
          <span class="spinner" />
          <p>{texts.bundleLoading}</p>
        </>
      )
  }
}

/** On the phone's screen while no mini-program runs: why, and what will happen. */
export const Placeholder = (props: Props) => (
  <div class="placeholder" id="placeholder" role="status">
    <Content {...props} />
  </div>
)
