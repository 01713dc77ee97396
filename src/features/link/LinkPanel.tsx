import { useState } from 'react'
import { useStore } from 'zustand'
import { useAuthKit } from '../../auth/AuthProvider'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { LoadingCard } from '../../ui/LoadingCard'
import { LinkConflict } from './LinkConflict'
import { LinkDone } from './LinkDone'
import { LinkHalfway } from './LinkHalfway'
import { LinkWays } from './LinkWays'
import { ProofForm } from './ProofForm'
import { createLinkFlow } from './flow'

/** The link flow, from a 404 to a member whom the next launch signs in silently (WeChat rules B16). */
export function LinkPanel({ onLeave }: { onLeave: () => void }) {
  const isLaunching = useWechatAuth(
    ({ session }) =>
      session.tag === 'booting' || (session.tag === 'signingIn' && session.why === 'launch'),
  )
  return isLaunching ? <LoadingCard /> : <Flow onLeave={onLeave} />
}

function Flow({ onLeave }: { onLeave: () => void }) {
  const { auth, actions } = useAuthKit()
  const [flow] = useState(() => createLinkFlow({ auth, actions }))
  const state = useStore(flow.state)
  switch (state.tag) {
    case 'choosing':
    case 'creating':
    case 'notCreated':
      return <LinkWays flow={flow} state={state} onLeave={onLeave} />
    case 'filling':
    case 'proving':
      return <ProofForm key={state.way} flow={flow} state={state} />
    case 'linking':
    case 'halfway':
      return <LinkHalfway flow={flow} state={state} onLeave={onLeave} />
    case 'conflict':
      return <LinkConflict flow={flow} conflict={state.conflict} onLeave={onLeave} />
    case 'linked':
      return <LinkDone onLeave={onLeave} />
  }
}
