import type { Ref } from '@cordon/model'
import type { StixBody } from './dossier.ts'
import { sortedJson, stixNamespace, uuidV5 } from './uuid.ts'

/** An indicator as STIX says it: what was observed, and the pattern that finds it again. */
export interface StixValue {
  readonly observable?: StixBody
  readonly pattern: string
}

const hashNames: Readonly<Record<string, string>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha512: 'SHA-512',
}

/** Of a `Ref` of an indicator (`domain:example.org`) its kind and value. */
export function indicatorOf({
  kind,
  id,
  label,
}: Ref): { readonly kind: string; readonly value: string } | undefined {
  if (kind === 'wallet') return { kind: 'wallet', value: label || id }
  if (kind === 'account') return { kind: 'account', value: label || id }
  if (kind !== 'indicator') return undefined
  const at = id.indexOf(':')
  return at > 0 ? { kind: id.slice(0, at), value: id.slice(at + 1) } : undefined
}

/**
 * A value in STIX's terms; undefined for kinds that STIX 2.1 has no observable for. Ids of observables are made of their
 * contributing members (section 2.9), so that everyone's are the same.
 */
export function stixValue(kind: string, value: string): StixValue | undefined {
  const quoted = `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  const of = (
    type: string,
    members: StixBody,
    path: string,
    contributing: StixBody = members,
  ): StixValue => ({
    observable: {
      type,
      spec_version: '2.1',
      id: `${type}--${uuidV5(stixNamespace, sortedJson(contributing))}`,
      ...members,
    },
    pattern: `[${type}:${path} = ${quoted}]`,
  })
  const hash = hashNames[kind]
  if (hash) return of('file', { hashes: { [hash]: value } }, `hashes.'${hash}'`)
  switch (kind) {
    case 'ipv4':
      return of('ipv4-addr', { value }, 'value')
    case 'ipv6':
      return of('ipv6-addr', { value }, 'value')
    case 'domain':
      return of('domain-name', { value }, 'value')
    case 'url':
      // Cordon keeps addresses of pages without their scheme: either is meant, and neither was seen for sure.
      return /^[a-z][a-z0-9+.-]*:\/\//i.test(value)
        ? of('url', { value }, 'value')
        : {
            pattern: `[url:value = ${quoted.replace("'", "'http://")} OR url:value = ${quoted.replace("'", "'https://")}]`,
          }
    case 'email':
      return of('email-addr', { value }, 'value')
    case 'file-name':
      return of('file', { name: value }, 'name')
    case 'mutex':
      return of('mutex', { name: value }, 'name')
    case 'registry-key':
      return of('windows-registry-key', { key: value }, 'key')
    case 'user-agent':
      return {
        pattern: `[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = ${quoted}]`,
      }
    case 'wallet':
      return {
        ...of('user-account', { account_type: 'x-cryptocurrency-wallet', user_id: value }, 'user_id'),
        pattern: `[cryptocurrency-wallet:address = ${quoted}]`,
      }
    case 'account':
      return of('user-account', { account_type: 'x-financial', user_id: value }, 'user_id')
    default:
      return undefined
  }
}
