import type { Person } from './people'
import type { Derive } from './randomness'

/** A phone number: country code and national number, digits only. */
export interface Phone {
  countryCode: string
  purePhoneNumber: string
}

/** How WeChat's risk control sees a person: a high-risk one cannot sign in to mini-programs (40226). */
type Standing = 'normal' | 'high-risk'

/** What a person has entered in WeChat. The first phone number is the one offered. */
export interface Profile {
  nickName: string
  avatarUrl: string
  phones: readonly [Phone, ...Phone[]]
  standing: Standing
}

/** The profiles of everyone who has been named. */
export interface Profiles {
  of: (person: Person) => Profile
  amend: (person: Person, changes: Partial<Profile>) => Profile
  /** Everyone, in the order in which they were first named. */
  everybody: () => readonly Person[]
  clear: () => void
}

const mobileNumber = (bytes: Buffer): Phone => ({
  countryCode: '86',
  purePhoneNumber: `13${String(bytes.readUInt32BE(0) % 1_000_000_000).padStart(9, '0')}`,
})

/** The profile a person has before anyone changes it: it depends on the seed and the name only. */
const initialProfile = (derive: Derive, person: Person): Profile => ({
  nickName: person,
  avatarUrl: `https://thirdwx.qlogo.cn/mmopen/vi_32/${derive('avatar', person).toString('hex')}/132`,
  phones: [mobileNumber(derive('phone', person, 1)), mobileNumber(derive('phone', person, 2))],
  standing: 'normal',
})

/** An empty register of profiles, filled as people are named. */
export const createProfiles = (derive: Derive): Profiles => {
  const profiles = new Map<Person, Profile>()

  const of = (person: Person) => {
    const profile = profiles.get(person) ?? initialProfile(derive, person)
    profiles.set(person, profile)
    return profile
  }

  return {
    of,
    amend: (person, changes) => {
      const profile = { ...of(person), ...changes }
      profiles.set(person, profile)
      return profile
    },
    everybody: () => [...profiles.keys()],
    clear: () => {
      profiles.clear()
    },
  }
}

/** The number as WeChat writes it in `phoneNumber`: with its country code unless that is China's. */
export const displayedNumber = ({ countryCode, purePhoneNumber }: Phone): string =>
  countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`
