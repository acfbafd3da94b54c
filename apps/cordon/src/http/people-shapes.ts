import { isoSeconds } from '@cordon/model'
import { z } from 'zod'
import { type Permission, permissions, roles } from '../people/permissions.ts'
import type { Account, ApiKey } from '../store/index.ts'

/** Name of an account as it is asked for; the store checks it. */
export const nameSchema = z.string().min(1).max(64)
/** A person's name as they write it. */
export const displaySchema = z.string().max(200)
/** A password as it is sent; what it must be is checked apart. */
export const passwordSchema = z.string().min(1).max(1024)
/** Scopes of a key. */
export const scopesSchema = z
  .array(z.enum(permissions as [Permission, ...Permission[]]))
  .min(1)
  .max(50)

/** An account as the API tells it. */
export const accountSchema = z
  .object({
    name: z.string(),
    display: z.string(),
    role: z.enum(roles),
    disabled: z.boolean(),
    hasPassword: z
      .boolean()
      .describe('False until the person has used their link, and for those whom a provider signs in'),
    issuer: z.string().optional().describe('The OpenID provider that signs this person in'),
    roleIsProvided: z.boolean().describe('The provider decides the role'),
    created: z.string(),
    signedIn: z.string().optional(),
  })
  .meta({ title: 'Account' })

/** A key as the API tells it: never the key itself. */
export const keySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    owner: z.string().optional().describe('The account that it acts for'),
    scopes: z.array(z.string()),
    created: z.string(),
    createdBy: z.string(),
    expires: z.string().optional(),
    used: z.string().optional(),
    revoked: z.string().optional(),
  })
  .meta({ title: 'ApiKey' })

/** An account for an answer. */
export function accountView(account: Account, providerDecides: boolean): z.infer<typeof accountSchema> {
  const { createdAt, signedInAt, ...rest } = account
  return {
    ...rest,
    roleIsProvided: account.issuer !== undefined && providerDecides,
    created: isoSeconds(createdAt),
    ...(signedInAt !== undefined && { signedIn: isoSeconds(signedInAt) }),
  }
}

/** A key for an answer. */
export function keyView(key: ApiKey): z.infer<typeof keySchema> {
  const { id, title, owner, scopes, createdAt, createdBy, expiresAt, usedAt, revokedAt } = key
  return {
    id,
    title,
    ...(owner && { owner }),
    scopes: [...scopes],
    created: isoSeconds(createdAt),
    createdBy,
    ...(expiresAt !== undefined && { expires: isoSeconds(expiresAt) }),
    ...(usedAt !== undefined && { used: isoSeconds(usedAt) }),
    ...(revokedAt !== undefined && { revoked: isoSeconds(revokedAt) }),
  }
}
