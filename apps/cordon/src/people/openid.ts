import { CordonError } from '@cordon/model'
import * as oidc from 'openid-client'
import type { ProvidedPerson, SignInFlow } from '../store/index.ts'
import type { OpenIdConfig } from './config.ts'
import { type Role, roles } from './permissions.ts'

/** Signing in at an OpenID provider: the authorization code flow with PKCE, state and nonce (OpenID Connect Core 1.0, RFC 7636, RFC 9700). */
export interface OpenId {
  /** Where to send the browser, and what must be known when it comes back. */
  begin(redirectUri: string): Promise<{ readonly url: string; readonly flow: Omit<SignInFlow, 'returnTo'> }>
  /**
   * Who came back.
   * @param url the address that the browser was sent back to, whole
   * @throws CordonError CORDON_OPENID_REFUSED, CORDON_OPENID_NO_ROLE, CORDON_OPENID_UNREACHABLE
   */
  finish(url: URL, flow: SignInFlow): Promise<ProvidedPerson>
}

/** Milliseconds after which the provider's description and keys are asked for again. */
const freshFor = 3_600_000

/** Makes the client of a provider; it is asked when the first person signs in. */
export function openIdOf(config: OpenIdConfig, now: () => number = Date.now): OpenId {
  let known: { at: number; configuration: Promise<oidc.Configuration> } | undefined
  const configuration = () => {
    if (known && now() - known.at < freshFor) return known.configuration
    const asked = discover(config)
    known = { at: now(), configuration: asked }
    asked.catch(() => {
      known = undefined
    })
    return asked
  }
  return {
    async begin(redirectUri) {
      const provider = await configuration()
      const verifier = oidc.randomPKCECodeVerifier()
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: redirectUri,
        scope: config.scope,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      return { url: url.href, flow: { state, nonce, verifier } }
    },
    async finish(url, flow) {
      const provider = await configuration()
      const claims = await claimsOf(provider, url, flow, config)
      return personOf(claims, config, provider.serverMetadata().issuer)
    },
  }
}

async function discover(config: OpenIdConfig): Promise<oidc.Configuration> {
  const issuer = new URL(config.issuer)
  // The signature of the ID token is checked too, though it comes straight from the provider.
  const execute = [oidc.enableNonRepudiationChecks]
  if (issuer.protocol === 'http:') execute.push(oidc.allowInsecureRequests)
  try {
    return await oidc.discovery(issuer, config.clientId, config.clientSecret, undefined, {
      execute,
      timeout: 10,
    })
  } catch (cause) {
    throw new CordonError(
      {
        code: 'CORDON_OPENID_UNREACHABLE',
        expected: `the description of the OpenID provider ${config.issuer}`,
        found: reasonOf(cause),
        where: 'openid.issuer',
        remedy:
          'Try again; if it stays so, check the issuer in accounts.yaml. Local accounts sign in meanwhile.',
      },
      { cause },
    )
  }
}

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

async function claimsOf(
  provider: oidc.Configuration,
  url: URL,
  flow: SignInFlow,
  config: OpenIdConfig,
): Promise<Claims> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, url, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims() as Claims
    const isShort = config.roles && valueAt(claims, config.roles.claim) === undefined
    const hasMore = provider.serverMetadata().userinfo_endpoint !== undefined
    if (!hasMore || !(isShort || claims.preferred_username === undefined)) return claims
    // Many providers keep profile and groups out of the ID token.
    return { ...(await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)), ...claims } as Claims
  } catch (cause) {
    throw new CordonError(
      {
        code: 'CORDON_OPENID_REFUSED',
        expected: `a sign-in that ${config.issuer} vouches for`,
        found: reasonOf(cause),
        where: 'sign-in',
        remedy: 'Sign in again from the beginning.',
      },
      { cause },
    )
  }
}

function personOf(claims: Claims, config: OpenIdConfig, issuer: string): ProvidedPerson {
  const role = roleFrom(claims, config)
  const text = (key: string) => (typeof claims[key] === 'string' ? (claims[key] as string) : undefined)
  const email = claims.email_verified === false ? undefined : text('email')
  if (role)
    return {
      issuer,
      subject: claims.sub,
      name: text('preferred_username') ?? email ?? '',
      display: text('name') ?? text('preferred_username') ?? email ?? claims.sub,
      role,
      roleIsProvided: config.roles !== undefined,
    }
  throw new CordonError({
    code: 'CORDON_OPENID_NO_ROLE',
    expected: `a value of the claim ${config.roles?.claim} that gives a role`,
    found: 'none',
    where: 'sign-in',
    remedy: 'Ask whoever runs Cordon to give your group a role in accounts.yaml.',
  })
}

/** The greatest role that a claim's values give, else the default. */
function roleFrom(claims: Claims, { roles: rule, defaultRole }: OpenIdConfig): Role | undefined {
  if (!rule) return defaultRole
  const given = [valueAt(claims, rule.claim)].flat().map(String)
  const own = given.flatMap((value) => (Object.hasOwn(rule.map, value) ? [rule.map[value]!] : []))
  return roles.findLast((role) => own.includes(role)) ?? defaultRole
}

/** The claim of a name, or inside others by a path: `realm_access.roles`. */
function valueAt(claims: Claims, path: string): unknown {
  if (claims[path] !== undefined) return claims[path]
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      claims,
    )
}

function reasonOf(cause: unknown): string {
  const {
    code,
    message,
    cause: inner,
    error_description: described,
  } = cause as Error & {
    code?: string
    error_description?: string
  }
  const because = inner instanceof Error ? `: ${inner.message}` : ''
  return `${described ?? message}${because}${code ? ` (${code})` : ''}`.slice(0, 300)
}
