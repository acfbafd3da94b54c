import type { paths } from './schema.generated.ts'
import type {
  AuditPage,
  AuditVerification,
  Finding,
  FindingsPage,
  Rejects,
  Status,
  Updates,
} from './types.ts'

/** What a route answers, by the OpenAPI document: `Answer<'/api/floor'>`, `Answer<'/api/profile/check', 'post'>`. */
export type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path] = 'get' & keyof paths[Path],
> = paths[Path][Method] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } }
}
  ? Body
  : never

type Fits<Body extends Hand, Hand> = [Body, Hand]

/** Types that were written by hand: each must hold what the document says of its route, or this does not compile. */
export type HandWritten = [
  Fits<Answer<'/api/status'>, Status>,
  Fits<Answer<'/api/lists/updates'>, Updates>,
  Fits<Answer<'/api/findings'>, FindingsPage>,
  Fits<Answer<'/api/findings/{id}'>, Finding>,
  Fits<Answer<'/api/audit'>, AuditPage>,
  Fits<Answer<'/api/audit/verify'>, AuditVerification>,
  Fits<Answer<'/api/lists/{source}/versions/{seq}/rejects'>, Rejects>,
]
