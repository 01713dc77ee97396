import { useState } from 'react'
import { useStore } from 'zustand'
import { useAuthKit } from '../../auth/AuthProvider'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { ReauthenticationSheet } from '../reauthentication/ReauthenticationSheet'
import { isLaunching } from '../session/is-launching'
import { LinkConflict } from './LinkConflict'
import { LinkDone } from './LinkDone'
import { LinkHalfway } from './LinkHalfway'
import { LinkWays } from './LinkWays'
import { LinkForm } from './LinkForm'
import { createLinkFlow, type LinkFlow } from './flow'
import type { LinkState } from './machine'

/** The link flow, from a 404 to a member whom the next launch signs in silently (docs/protocol.md 8.3). */
export const LinkPanel = ({ onLeave }: { onLeave: () => void }) => {
  const isWaiting = useWechatAuth(({ session }) => isLaunching(session))
  return isWaiting ? <LoadingCard /> : <Flow onLeave={onLeave} />
}

interface StepProps {
  flow: LinkFlow
  state: LinkState
  onLeave: () => void
}

const Flow = ({ onLeave }: { onLeave: () => void }) => {
  const { auth, actions } = useAuthKit()
  const [flow] = useState(() => createLinkFlow({ auth, actions }))
  const state = useStore(flow.state)
  const user = useWechatAuth((all) => all.user)
  // The network came back meanwhile, and WeChat signed in by itself: nothing is left to choose.
  const isOpened = user?.openid && (state.tag === 'choosing' || state.tag === 'notCreated')
  return (
    <>
      <LinkStep flow={flow} state={isOpened ? { tag: 'opened' } : state} onLeave={onLeave} />
      {user !== null && <ReauthenticationSheet user={user} />}
    </>
  )
}

const LinkStep = ({ flow, state, onLeave }: StepProps) => {
  switch (state.tag) {
    case 'choosing':
    case 'creating':
    case 'notCreated':
      return <LinkWays flow={flow} state={state} onLeave={onLeave} />
    case 'filling':
    case 'checking':
      return <LinkForm key={state.way} flow={flow} state={state} />
    case 'linking':
    case 'halfway':
      return <LinkHalfway flow={flow} state={state} onLeave={onLeave} />
    case 'conflict':
      return <LinkConflict flow={flow} conflict={state.conflict} onLeave={onLeave} />
    case 'linked':
    case 'opened':
      return <LinkDone end={state.tag} onLeave={onLeave} />
  }
}
