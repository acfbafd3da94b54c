import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { CordonError, type Profile } from '@cordon/model'
import { parse } from 'yaml'
import { z } from 'zod'

const hours = z.strictObject({
  days: z.array(z.number().int().min(1).max(7)),
  from: z.number().int().min(0).max(1440),
  to: z.number().int().min(0).max(1440),
})
const timeZone = z.string().refine(isTimeZone, 'a time zone of the IANA database, such as Asia/Dhaka')

const profileSchema = z.strictObject({
  institution: z.strictObject({
    name: z.string(),
    country: z.string().length(2).optional(),
    bics: z.array(z.string().regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, 'a BIC of 8 or 11 characters')).default([]),
    lei: z.string().optional(),
  }),
  accounts: z
    .array(
      z.strictObject({
        id: z.string(),
        bic: z.string().optional(),
        currency: z.string().length(3).optional(),
        holder: z.string().optional(),
      }),
    )
    .default([]),
  operators: z.array(z.strictObject({ id: z.string(), timeZone, hours: z.array(hours) })).default([]),
  calendars: z.record(z.string(), z.array(z.iso.date())).default({}),
  hosts: z.array(z.looseObject({ name: z.string() })).default([]),
  ships: z.array(z.looseObject({ name: z.string() })).default([]),
})

/** A profile with the version that findings name: the beginning of its file's SHA-256. */
export interface ReadProfile {
  readonly profile: Profile
  readonly version: string
}

/** Nothing is known of the institution. */
export const noProfile: ReadProfile = {
  profile: {
    institution: { name: 'unknown', bics: [] },
    accounts: [],
    operators: [],
    calendars: {},
    hosts: [],
    ships: [],
  },
  version: 'none',
}

/**
 * Reads the institution's profile, YAML or JSON: BICs, accounts, operators with their hours (minutes since midnight), holidays.
 * @throws CordonError where the file is not there, or says something else
 */
export async function readProfile(path: string): Promise<ReadProfile> {
  try {
    const bytes = await readFile(path)
    const profile = profileSchema.parse(parse(bytes.toString('utf8')))
    return {
      profile: profile as unknown as Profile,
      version: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    }
  } catch (error) {
    throw new CordonError(
      {
        code: 'CORDON_PROFILE',
        expected: "the institution's profile as YAML or JSON",
        found: error instanceof z.ZodError ? z.prettifyError(error) : String(error),
        where: path,
        remedy: 'Mend the file; `cordon payments simulate --profile FILE` writes an example.',
      },
      { cause: error },
    )
  }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
