// TEMPORARY SHIM until text exports analyseName
import { type Script, wordsOf } from '@cordon/text'
export type TokenKind =
  | 'word'
  | 'initial'
  | 'number'
  | 'title'
  | 'suffix'
  | 'particle'
  | 'orgForm'
  | 'generic'
  | 'vesselPrefix'
  | 'stop'
export interface Variant {
  readonly text: string
  readonly cost: number
  readonly reason: string
}
export interface NameToken {
  readonly text: string
  readonly folded: string
  readonly script: Script
  readonly kind: TokenKind
  readonly value?: number
  readonly form?: string
  readonly formGroup?: string
  readonly concept?: string
  readonly spellings: readonly Variant[]
  readonly keys: readonly Variant[]
}
export type NameOf = 'person' | 'organization' | 'vessel'
export interface AnalysedName {
  readonly tokens: readonly NameToken[]
  readonly keys: readonly Variant[]
  readonly mixedScript: boolean
  readonly lookalikes: readonly string[]
  readonly truncated: boolean
}
const forms: Record<string, string> = {}
for (const f of 'ltd limited llc inc incorporated corp corporation co company gmbh ag sa plc jsc ojsc oao ooo zao bv nv ab as sp zoo srl lp na pte pty'.split(
  ' ',
))
  forms[f] = f
const parts = new Set('bin ibn ben al el de la der von van del di da das do dos ul ud ur'.split(' '))
const titles = new Set('mr dr mrs sheikh shaikh haji president general sir'.split(' '))
const generic = new Set(
  'bank group international company trading holding holdings industries services fund trust capital'.split(
    ' ',
  ),
)
const stops = new Set('the of and for in'.split(' '))
export function analyseName(name: string, _of?: NameOf): AnalysedName {
  const tokens = wordsOf(name).map((w): NameToken => {
    const f = w.folded
    const kind: TokenKind = /^\d+$/.test(f)
      ? 'number'
      : forms[f]
        ? 'orgForm'
        : f.length === 1
          ? 'initial'
          : parts.has(f)
            ? 'particle'
            : titles.has(f)
              ? 'title'
              : generic.has(f)
                ? 'generic'
                : stops.has(f)
                  ? 'stop'
                  : 'word'
    return {
      text: w.text,
      folded: f,
      script: w.script,
      kind,
      ...(kind === 'number' ? { value: Number(f) } : {}),
      ...(kind === 'orgForm' ? { form: f, formGroup: f } : {}),
      spellings: [{ text: f, cost: 0, reason: '' }],
      keys: [],
    }
  })
  return { tokens, keys: [], mixedScript: false, lookalikes: [], truncated: false }
}
