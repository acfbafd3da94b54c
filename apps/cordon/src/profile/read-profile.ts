import { type CheckedProfile, CordonError, checkProfile, type Profile } from '@cordon/model'
import { parse, stringify } from 'yaml'

/** Whether the runtime knows a time zone of the IANA database. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z]/.test(name)
  } catch {
    return false
  }
}

/** A profile of unknown shape with its faults. */
export function readProfile(value: unknown): CheckedProfile {
  return checkProfile(value, isTimeZone)
}

/**
 * A profile from YAML or JSON, which is YAML too.
 * @throws CordonError CORDON_PROFILE_YAML where the text is no YAML
 */
export function profileFromText(text: string, where: string): CheckedProfile {
  let value: unknown
  try {
    // Dates stay as they are written.
    value = parse(text, { schema: 'core' })
  } catch (error) {
    throw new CordonError({
      code: 'CORDON_PROFILE_YAML',
      expected: 'YAML',
      found: (error as Error).message.split('\n')[0]!,
      where,
      remedy: '`cordon profile show` prints the form.',
    })
  }
  return readProfile(value)
}

/** A profile as YAML, hours as people write them. */
export function profileToYaml(profile: Profile): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const operators = profile.operators.map(({ hours, ...operator }) => ({
    ...operator,
    hours: hours.map(({ days, from, to }) => ({ days, from: clock(from), to: clock(to) })),
  }))
  return stringify({ ...profile, operators }, { lineWidth: 110 })
}
