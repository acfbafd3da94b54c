/**
 * Kinds of indicators: what can be looked for in a log or in a text. `socket` is an address or a host with a port
 * (`203.0.113.9:8080`), `account` an IBAN or another account number; `ipv4` and `ipv6` hold networks too (CIDR).
 */
export const indicatorKinds = [
  'ipv4',
  'ipv6',
  'domain',
  'url',
  'socket',
  'md5',
  'sha1',
  'sha256',
  'sha512',
  'email',
  'file-name',
  'file-path',
  'mutex',
  'registry-key',
  'user-agent',
  'ja3',
  'ja4',
  'wallet',
  'bic',
  'account',
] as const
/** One of `indicatorKinds`. */
export type IndicatorKind = (typeof indicatorKinds)[number]

/** Permissible Actions Protocol (MISP taxonomy `PAP`), widest first: what a receiver may do with an indicator. */
export const papMarkings = ['PAP:CLEAR', 'PAP:GREEN', 'PAP:AMBER', 'PAP:RED'] as const
/** One of `papMarkings`. */
export type Pap = (typeof papMarkings)[number]
